import { describe, expect, test } from "vitest";
import { usualContainers } from "../../generators/checks/reading/container-to-add.ts";
import { containerNames } from "../../generators/model/running-containers.ts";
import { definitions } from "../example-model.ts";
import { pinnedChecksum, releases, whyUnpinned } from "../../scripts/tools/pins.ts";

const { containers } = definitions.platform.deploy;

/** The tag of an image without its `v`: `prom/prometheus:v3.13.2` is 3.13.2. */
function versionOf(image: string): string {
  return image.replace(/^.*:v?/, "");
}

test.each([
  ["prometheus", containers.prometheus, releases.prometheus.version],
  ["alertmanager", containers.alertmanager, releases.alertmanager.version],
  ["blackbox exporter", containers["blackbox-exporter"], releases.blackbox_exporter.version],
  ["json_exporter", containers["json-exporter"], releases.json_exporter.version],
])("%s is validated by the version that is deployed", (_name, container, version) => {
  expect(version).toBe(versionOf(container?.image ?? ""));
});

test.each(containerNames)("what a fix says of %s is the image that we deploy ourselves", (name) => {
  expect(usualContainers[name]).toContain(
    `image: "${containers[name]?.image}", port: ${containers[name]?.port},`,
  );
});

describe("what is downloaded has a SHA-256 here, or it is said why not", () => {
  test.each(Object.entries(releases))("%s", (_name, release) => {
    for (const platform of ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "win32-amd64"]) {
      const pinned = pinnedChecksum(release, platform);
      if (pinned === undefined)
        expect(whyUnpinned(release, platform)).toMatch(/so that of the same release is taken$/);
      else expect(pinned).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
