/** One project's release that holds some of the tools. */
export type Release = {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly version: string;
  /** Of its file for each platform: SHA-256 in hex, or why there is none here. */
  readonly sha256: Readonly<Record<PinnedPlatform, string | Unpinned>>;
};

/** The platforms that people develop on. */
export type PinnedPlatform = "linux-amd64" | "linux-arm64" | "darwin-amd64" | "darwin-arm64";

/** A file that is checked against the list in its own release, which whoever replaced it could replace as well. */
export type Unpinned = { readonly unpinned: string };

const ofOneProject: Unpinned = {
  unpinned: "nobody but its own project publishes its SHA-256, so that of the same release is taken",
};

/** The checksum that a file must have; undefined where it is read from the list of its release. */
export const pinnedChecksum = ({ sha256 }: Release, platform: string): string | undefined => {
  const pinned = Object.entries(sha256).find(([name]) => name === platform)?.[1];
  return typeof pinned === "string" ? pinned : undefined;
};

/** Why a file has none; undefined where it has one. */
export const whyUnpinned = ({ sha256 }: Release, platform: string): string | undefined => {
  const pinned = Object.entries(sha256).find(([name]) => name === platform)?.[1];
  if (pinned === undefined)
    return `no SHA-256 is known for ${platform}, so that of the same release is taken`;
  return typeof pinned === "string" ? undefined : pinned.unpinned;
};

// A checksum is here when two independent projects publish the same one.
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
    version: "0.34.2",
    sha256: {
      "linux-amd64": ofOneProject,
      "linux-arm64": ofOneProject,
      "darwin-amd64": ofOneProject,
      "darwin-arm64": ofOneProject,
    },
  },
  blackbox_exporter: {
    repository: "prometheus/blackbox_exporter",
    version: "0.28.0",
    sha256: {
      "linux-amd64": "caf5d242fb1cf6d5cb678f3f799f22703d4fafea26b03dcbbd7e1f1825e06329",
      "linux-arm64": "63312be0983d85e5109710a7dc93df3051157ae581853fa3655d171cc1b2806e",
      "darwin-amd64": ofOneProject,
      "darwin-arm64": ofOneProject,
    },
  },
  json_exporter: {
    repository: "prometheus-community/json_exporter",
    version: "0.7.0",
    // Its releases are years apart; Go compiles it from a source whose sum is pinned, wherever the release cannot be had.
    sha256: {
      "linux-amd64": ofOneProject,
      "linux-arm64": ofOneProject,
      "darwin-amd64": ofOneProject,
      "darwin-arm64": ofOneProject,
    },
  },
  compose: {
    repository: "docker/compose",
    version: "2.40.3",
    sha256: {
      "linux-amd64": "dba9d98e1ba5bfe11d88c99b9bd32fc4a0624a30fafe68eea34d61a3e42fd372",
      "linux-arm64": "d26373b19e89160546d15407516cc59f453030d9bc5b43ba7faf16f7b4980137",
      "darwin-amd64": ofOneProject,
      "darwin-arm64": ofOneProject,
    },
  },
} as const satisfies Record<string, Release>;

export type ReleaseName = keyof typeof releases;
