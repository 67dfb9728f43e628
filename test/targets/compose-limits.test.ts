import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Model } from "../../generators/model/model.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { log, loggingShop } from "./small-log.ts";
import { allContainers, smallDeploy, smallModel, smallPlatform } from "./small-model.ts";

interface ComposeFile {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
// A cast: YAML of ours; a shape that is not as declared makes the tests fail.
const file = (parts: Partial<Model>) =>
  parse(compose(smallModel(parts))["docker-compose.yml"] ?? "", { version: "1.1" }) as ComposeFile;

test("limits and a digest are those of the definitions", () => {
  const digest = `sha256:${"0123456789abcdef".repeat(4)}` as const;
  const prometheus = {
    ...allContainers.prometheus,
    digest,
    memoryMiB: 4096,
    cpus: 2.5,
    maxProcesses: 5000,
  } as const;
  const { services } = file({
    platform: smallPlatform({ deploy: smallDeploy({ containers: { ...allContainers, prometheus } }) }),
  });
  expect(services["prometheus"]).toMatchObject({
    image: `prom/prometheus:v3.13.2@${digest}`,
    cpus: 2.5,
    mem_limit: "4096m",
    memswap_limit: "4096m",
    pids_limit: 5000,
  });
});

test("what Kibana encrypts is encrypted with the same key after each start", () => {
  const { command } = file({ services: [loggingShop], logs: [log()] }).services["kibana"] ?? {};
  const stdin = "< /run/secrets/kibana_encryption_key";
  for (const part of ["security", "encryptedSavedObjects", "reporting"]) {
    expect(command).toEqual([
      expect.stringContaining(`bin/kibana-keystore add --stdin xpack.${part}.encryptionKey ${stdin}\n`),
    ]);
  }
});
