/** One project's release that holds some of the tools. */
export type Release = {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly version: string;
  /** SHA-256 in hex by platform ("linux-amd64"). A platform that is not here is checked against the release's own list. */
  readonly sha256: Readonly<Record<string, string>>;
};

// A checksum is here when two independent projects publish the same one; the others come with the release.
export const releases = {
  prometheus: {
    repository: "prometheus/prometheus",
    version: "3.13.2",
    sha256: {
      "linux-amd64": "0e8c4d46101bd025ea8265e377d2caabc57f488fc1be1c367f37db69ea41be6f",
      "linux-arm64": "7cecb17a6f41d59814e1a0581a1f81f79051ad5973d1ecf39e23a9f747d6572a",
      "darwin-amd64": "e57095aed0b69e10edaee28b92718d4a65f46d466bf93aeda54075e901d15c2a",
      "darwin-arm64": "f68ca4f1dbedd6366bbfdd8ac5d2c0b7ba1f273474acc8d38eb33202fbeec7a4",
    },
  },
  alertmanager: {
    repository: "prometheus/alertmanager",
    version: "0.34.0",
    sha256: { "linux-amd64": "19c75a11d8c03dc4ade7abdbddfb3a8f28c9e7b000d0849cda0cd71dffd74a03" },
  },
  blackbox_exporter: {
    repository: "prometheus/blackbox_exporter",
    version: "0.28.0",
    sha256: {
      "linux-amd64": "caf5d242fb1cf6d5cb678f3f799f22703d4fafea26b03dcbbd7e1f1825e06329",
      "linux-arm64": "63312be0983d85e5109710a7dc93df3051157ae581853fa3655d171cc1b2806e",
    },
  },
  json_exporter: {
    repository: "prometheus-community/json_exporter",
    version: "0.7.0",
    sha256: {},
  },
  compose: {
    repository: "docker/compose",
    version: "2.40.3",
    sha256: {
      "linux-amd64": "dba9d98e1ba5bfe11d88c99b9bd32fc4a0624a30fafe68eea34d61a3e42fd372",
      "linux-arm64": "d26373b19e89160546d15407516cc59f453030d9bc5b43ba7faf16f7b4980137",
    },
  },
} as const satisfies Record<string, Release>;

export type ReleaseName = keyof typeof releases;
