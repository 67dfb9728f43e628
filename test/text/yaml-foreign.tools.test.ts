import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { printYaml } from "../../generators/text/yaml.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";
import { key, number, text } from "./hostile-data.ts";

// Three readers that have no line in common with the library: of JavaScript, of Docker Compose and of Prometheus.
const numRuns = 1_500;
const texts = [
  ...fc.sample(text, { seed: 20_263, numRuns }),
  ...["0X1F", "-0b1", "0O17", "1e5_0", "+_1", "08", "1_000"],
];
// JSON, in which Docker Compose answers, has no infinite numbers.
const data = {
  texts,
  keys: Object.fromEntries(fc.sample(key, { seed: 20_264, numRuns }).map((name, index) => [name, index])),
  numbers: fc.sample(number.filter(Number.isFinite), { seed: 20_265, numRuns }),
  nested: texts.map((value) => [{ value, list: [[value], {}] }]),
};

const print = (value: unknown) => printYaml(value, { source: "definitions/" });

test("js-yaml reads what was printed", () => {
  expect(load(print(data))).toEqual(data);
});

test("Docker Compose reads what was printed", async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, "docker-compose.yml"),
    print({ services: { a: { image: "a" } }, "x-data": data }),
  );
  const tool = await findTool("docker-compose");
  const args = ["config", "--no-interpolate", "--format", "json"];
  const { code, stdout, stderr } = await runTool(tool, args, { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]);
  const read: unknown = JSON.parse(stdout);
  expect(read).toHaveProperty("x-data", JSON.parse(JSON.stringify(data)));
});

test("Prometheus reads what was printed", async () => {
  // An annotation is a template, which would be carried out.
  const plain = texts.filter((value) => !value.includes("{{"));
  const annotations = Object.fromEntries(plain.map((value, index) => [`text_${index}`, value]));
  const rule = { alert: "Always", expr: "vector(1)", annotations };
  const folder = await temporaryFolder();
  await writeFile(join(folder, "rules.yml"), print({ groups: [{ name: "texts", rules: [rule] }] }));
  const expected = { eval_time: "1m", alertname: "Always", exp_alerts: [{ exp_annotations: annotations }] };
  const tested = { rule_files: ["rules.yml"], tests: [{ input_series: [], alert_rule_test: [expected] }] };
  // All of JSON is YAML, and nothing in it is up to us.
  await writeFile(join(folder, "test.yml"), onlyAscii(JSON.stringify(tested)));
  const { code, stdout, stderr } = await runTool(await findTool("promtool"), [
    "test",
    "rules",
    join(folder, "test.yml"),
  ]);
  expect([code, stdout, stderr]).toEqual([0, expect.stringContaining("SUCCESS"), ""]);
});

/** With every other character by its number, as YAML has it: JSON writes one beyond 16 bits as two. */
function onlyAscii(json: string): string {
  return json.replace(/[^ -~]/gu, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
}
