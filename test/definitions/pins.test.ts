import { expect, test } from "vitest";
import { definitions } from "../../definitions/index.ts";
import { releases } from "../../scripts/tools/pins.ts";

const { containers } = definitions.platform.deploy;

/** The tag of an image without its `v`: `prom/prometheus:v3.13.2` is 3.13.2. */
function versionOf(image: string): string {
  return image.replace(/^.*:v?/, "");
}

test.each([
  ["prometheus", containers.prometheus.image, releases.prometheus.version],
  ["alertmanager", containers.alertmanager.image, releases.alertmanager.version],
  ["blackbox exporter", containers["blackbox-exporter"]?.image, releases.blackbox_exporter.version],
  ["json_exporter", containers["json-exporter"]?.image, releases.json_exporter.version],
])("%s is validated by the version that is deployed", (_name, image, version) => {
  expect(image && versionOf(image)).toBe(version);
});
