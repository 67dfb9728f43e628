import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatQuantity, valueTemplate } from "../../generators/text/quantity.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

describe("a fixed amount, as in the threshold of an alert", () => {
  test.each([
    [0.05, "ratio", "5%"],
    [0.07, "ratio", "7%"],
    [0.995, "ratio", "99.5%"],
    [14.4 * 0.001, "ratio", "1.44%"],
    [-0.1, "ratio", "-10%"],
    [0, "ratio", "0%"],
    [0.9, "seconds/s", "90%"],
    [90, "percent", "90%"],
    [0.1 + 0.2, "percent", "0.3%"],
    [0.5, "seconds", "500ms"],
    [0.07, "seconds", "70ms"],
    [60, "seconds", "1m"],
    [90, "seconds", "1m30s"],
    [3723, "seconds", "1h2m3s"],
    [14 * 86_400, "seconds", "2w"],
    [90 * 86_400, "seconds", "90d"],
    [0.0005, "seconds", "0.0005s"],
    [0, "seconds", "0s"],
    [-5, "seconds", "-5s"],
    [1e13, "seconds", "10000000000000s"],
    [Infinity, "seconds", "+Inf"],
    [-Infinity, "bytes", "-Inf"],
    [500, "milliseconds", "500ms"],
    [16.7, "milliseconds", "16.7ms"],
    [1_764_850_496, "timestamp", "2025-12-04 12:14:56 UTC"],
    [1_764_850_496.5, "timestamp", "2025-12-04 12:14:56 UTC"],
    [1e15, "timestamp", "1000000000000000"],
    [NaN, "timestamp", "NaN"],
    [12e9, "bytes", "12GB"],
    [12.3e9, "bytes", "12.3GB"],
    [2 ** 30, "bytes", "1GiB"],
    [20 * 2 ** 30, "bytes", "20GiB"],
    [1.5 * 2 ** 20, "bytes", "1.5MiB"],
    [1000 * 2 ** 20, "bytes", "1000MiB"],
    [4096, "bytes", "4KiB"],
    [512e6, "bytes", "512MB"],
    [1.024e6, "bytes", "1.024MB"],
    [-(2 ** 30), "bytes", "-1GiB"],
    [8 * 2 ** 20, "bytes/s", "8MiB/s"],
    [1500, "bytes", "1.5kB"],
    [999, "bytes", "999B"],
    [1000, "bytes", "1kB"],
    [2e12, "bytes", "2TB"],
    [-3e6, "bytes", "-3MB"],
    [5e6, "bytes/s", "5MB/s"],
    [45, "fps", "45 fps"],
    [0.5, "requests/s", "0.5 requests/s"],
    [3, "count", "3"],
    [3, "count/s", "3/s"],
    [1, "bool", "1"],
    [2.5, "none", "2.5"],
    [14, "days", "14 days"],
  ])("%d %s is %s", (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });
});

/** What a person reads when an alert fires with this value. */
const rendered: readonly (readonly [value: number, unit: string, text: string])[] = [
  [0.93, "ratio", "93%"],
  [0.93456, "ratio", "93.46%"],
  [0.0144, "ratio", "1.44%"],
  [2.5, "seconds/s", "250%"],
  [93, "percent", "93%"],
  [93.456, "percent", "93.46%"],
  [100, "percent", "100%"],
  [3723, "seconds", "1h 2m 3s"],
  [0.25, "seconds", "250ms"],
  [1.5, "seconds", "1.5s"],
  [90_061, "seconds", "1d 1h 1m 1s"],
  [16.66, "milliseconds", "16.7ms"],
  [0.4, "milliseconds", "0.4ms"],
  [12_345, "milliseconds", "12345.0ms"],
  [1_764_850_496, "timestamp", "2025-12-04 12:14:56 +0000 UTC"],
  [12.3e9, "bytes", "12.3GB"],
  [512, "bytes", "512B"],
  [5.2e6, "bytes/s", "5.2MB/s"],
  [1234.5, "megabytes", "1234.5 megabytes"],
  [13.25, "days", "13.2 days"],
  [45.678, "fps", "45.68 fps"],
  [12_345, "requests", "12.35k requests"],
  [0.5, "requests/s", "0.5 requests/s"],
  [0.012345, "orders/s", "0.01235 orders/s"],
  [1234.5, "count/s", "1234/s"],
  [3, "count", "3"],
  [1_234_567, "count", "1.235M"],
  [1, "bool", "1"],
  [0, "none", "0"],
  [0.05, "none", "0.05"],
];

describe("the value of an alert, as Prometheus itself fills the template in", () => {
  const name = (index: number) => `Alert${index}`;
  const rules = rendered.map(([value, unit], index) => ({
    alert: name(index),
    // The comparison holds for every number, and gives it.
    expr: `vector(${value}) != Inf`,
    annotations: { summary: `is ${valueTemplate(unit)}` },
  }));

  test("promtool sees each text of the table", async () => {
    const expected = rendered.map(([, , text], index) => ({
      alertname: name(index),
      eval_time: "1m",
      exp_alerts: [{ exp_labels: {}, exp_annotations: { summary: `is ${text}` } }],
    }));
    expect(await tested(expected)).toMatchObject({ code: 0, stderr: "" });
  });

  test("promtool sees a text that is another", async () => {
    const [[value] = [0]] = rendered;
    const other = [{ exp_labels: {}, exp_annotations: { summary: `is ${value}` } }];
    const { code } = await tested([{ alertname: name(0), eval_time: "1m", exp_alerts: other }]);
    expect(code).toBe(1);
  });

  async function tested(alertTests: readonly unknown[]) {
    const folder = await temporaryFolder();
    const file = join(folder, "quantity.test.yml");
    await writeFile(join(folder, "rules.yml"), JSON.stringify({ groups: [{ name: "g", rules }] }));
    const tests = [{ interval: "1m", alert_rule_test: alertTests }];
    await writeFile(file, JSON.stringify({ rule_files: ["rules.yml"], evaluation_interval: "1m", tests }));
    return runTool(await findTool("promtool"), ["test", "rules", file]);
  }
});

test("a unit is written the same way after a threshold and after a value", () => {
  for (const unit of [
    "fps",
    "requests/s",
    "count/s",
    "count",
    "none",
    "bytes",
    "bytes/s",
    "percent",
    "days",
  ]) {
    const after = (text: string) => text.replace(/^(?:\{\{.*\}\}|[\d.]+)/, "");
    expect(after(valueTemplate(unit))).toBe(after(formatQuantity(5, unit)));
  }
});
