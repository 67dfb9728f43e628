import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectWith, runSignalbox } from "../project/make-project.ts";

const rules = `groups:
  - name: door
    rules:
      - alert: DoorSlow
        expr: histogram_quantile(0.9, sum by (le) (rate(door_wait_seconds_bucket[5m]))) > 0.4
        labels: { severity: critical }
      - alert: DoorOpen
        expr: door_open{side="back"} == 1
        labels: { severity: critical }
`;

const exposition = `# HELP door_wait_seconds How long people wait.
# TYPE door_wait_seconds histogram
door_wait_seconds_bucket{le="0.2"} 1
door_wait_seconds_bucket{le="0.5"} 2
door_wait_seconds_bucket{le="+Inf"} 2
door_wait_seconds_sum 0.5
door_wait_seconds_count 2
# HELP door_open Whether it is open.
# TYPE door_open gauge
door_open{side="front"} 0
`;

function project(): string {
  const folder = projectWith("examples/starter/definitions");
  writeFileSync(join(folder, "rules.yml"), rules);
  writeFileSync(join(folder, "metrics.txt"), exposition);
  return folder;
}

const service = "definitions/services/door";

describe("a service is written", () => {
  test("as the exposition has its metrics; a second time it is refused", async () => {
    const folder = project();
    const args = ["import", "rules.yml", "metrics.txt", "--service", "door"];
    const { exitCode, stdout, stderr } = await runSignalbox(args, { folder });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(`  new ${service}/alerts.ts\n`);
    expect(stdout).toContain("2 rules, 2 of them in typed words.\n");
    const metrics = readFileSync(join(folder, service, "metrics.ts"), "utf8");
    expect(metrics).toContain(
      'door_wait_seconds: histogram({ help: "How long people wait.", unit: "seconds", buckets: [0.2, 0.5] }),',
    );
    expect(metrics).toContain(
      'door_open: gauge({ help: "Whether it is open.", unit: "bool", labels: { side: "*" } }),',
    );
    const again = await runSignalbox(args, { folder });
    expect(again).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("There is a service door already"),
    });
  });
  test("and nothing with --preview; as JSON the same is said", async () => {
    const folder = project();
    const { exitCode, stdout, stderr } = await runSignalbox(
      ["import", "rules.yml", "--service", "door", "--preview", "--json"],
      { folder },
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "Nothing was written.\n" });
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ rules: 2, typed: 2, asText: [], refused: [], differences: [] });
    expect(existsSync(join(folder, service))).toBe(false);
  });
});

describe("what cannot be imported is said, and nothing is written", () => {
  test.each([
    [[], 2, "Name what to import: rule files, PrometheusRule manifests, dashboards, an exposition."],
    [
      ["rules.yml", "--service", "The Door"],
      2,
      "The name of a service has small letters, digits and hyphens.",
    ],
    [["nowhere.yml"], 1, "There is no file or folder nowhere.yml."],
    [["metrics.txt"], 1, "There is no rule and no dashboard in it."],
    [["broken.yml"], 1, "this is no YAML"],
  ] as const)("%j", async (args, code, message) => {
    const folder = project();
    writeFileSync(join(folder, "broken.yml"), "groups: [\n");
    const { exitCode, stderr } = await runSignalbox(["import", ...args], { folder });
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: expect.stringContaining(message) });
  });
});
