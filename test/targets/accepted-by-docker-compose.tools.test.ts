import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Model } from "../../generators/model/model.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { jsonJob, probeJob, probeModule, scrapeJob } from "./small-jobs.ts";
import { log, loggingShop } from "./small-log.ts";
import { allContainers, secret, smallDeploy, smallModel, smallPlatform, toLogstash } from "./small-model.ts";
import { everyNotifier } from "./small-routing.ts";
import { writtenFiles } from "./written-files.ts";

const dockerCompose = await findTool("docker-compose");

const { prometheus, elasticsearch } = allContainers;
const containers = {
  ...allContainers,
  prometheus: { ...prometheus, hostPort: 9090 },
  elasticsearch: { ...elasticsearch, hostPort: 9200 },
};
const full: Partial<Model> = {
  platform: smallPlatform({ deploy: smallDeploy({ containers }), receivers: { everyNotifier } }),
  services: [loggingShop],
  logs: [log()],
  jobs: [
    scrapeJob({ request: { bearerToken: secret("shop_token") } }),
    probeJob({ module: probeModule({ bearerToken: secret("probe_token") }) }),
    jsonJob({ bearerToken: secret("json_token") }),
  ],
};
const unnamed = { ...loggingShop, logFolder: { variable: "SHOP_LOGS", default: "" } };

const files: [string, Partial<Model>][] = [
  ["without logs", {}],
  ["with everything", full],
  [
    "with logs for Logstash",
    { services: [loggingShop], logs: [log()], platform: toLogstash("a.example.org:5044") },
  ],
];

/** Runs `docker-compose config` on all services, those of profiles too. */
function config(parts: Partial<Model>, ...args: string[]) {
  return configWith({}, parts, ...args);
}

/** The same with variables, as `.env` would set them. */
function configWith(variables: Readonly<Record<string, string>>, parts: Partial<Model>, ...args: string[]) {
  const path = join(writtenFiles(compose(smallModel(parts))), "docker-compose.yml");
  const { SHOP_LOGS: _, TARGETS_FOLDER: __, ...inherited } = process.env;
  const env = { ...inherited, ...variables };
  return runTool(dockerCompose, ["-f", path, "--profile", "*", "config", ...args], { env });
}

describe("docker-compose takes the file", () => {
  test.each(files)("%s", async (_, parts) => {
    expect(await config(parts, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("and reads a dollar sign in a command as one", async () => {
    const result = await config(full, "--format", "json");
    expect(result).toMatchObject({ code: 0 });
    expect(result.stdout).toContain(String.raw`ES_PASSWORD=\"$$(cat /filebeat-login/password)\"`);
  });

  test.each([
    ["those that the build makes", {}, "/prometheus/targets"],
    ["those of the environment, in their place", { TARGETS_FOLDER: "./targets" }, "/targets"],
  ])("and gives Prometheus a folder with targets: %s", async (_, variables, folder) => {
    const { stdout } = await configWith(variables, full, "--format", "json");
    const mounts = itemsAt(JSON.parse(stdout), "services", "prometheus", "volumes");
    const ofTargets = mounts.filter((mount) => textAt(mount, "target") === "/etc/prometheus/targets");
    expect(ofTargets).toMatchObject([{ type: "bind", read_only: true }]);
    const project = textAt(mounts[0], "source")?.replace(/\/prometheus$/, "");
    expect(textAt(ofTargets[0], "source")).toBe(`${project}${folder}`);
  });

  test("and says what is missing when a folder has no usual place", async () => {
    const result = await config({ services: [unnamed], logs: [log()] }, "--quiet");
    expect(result.code).not.toBe(0);
    expect(result.stderr).toContain(
      "required variable SHOP_LOGS is missing a value: set it to the folder that holds the logs",
    );
  });
});

describe("dclint has nothing to say, by its own rules", () => {
  const dclint = join(import.meta.dirname, "../../node_modules/dclint/bin/dclint.cjs");

  test.each(files)("%s", async (_, parts) => {
    const cwd = writtenFiles(compose(smallModel(parts)));
    const args = [dclint, "--max-warnings", "0", "docker-compose.yml"];
    expect(await runTool({ path: process.execPath }, args, { cwd })).toMatchObject({ code: 0, stderr: "" });
  });
});
