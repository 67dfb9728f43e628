import { describe, expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { thresholdOf } from "../../generators/promql/threshold.ts";
import { gauge, histogram, metrics, scrapeJob } from "signalbox";
import { definitionsWith } from "../checks/small-definitions.ts";
import { analyseText } from "../promql/of-text.ts";

const job = scrapeJob("m", { description: "Measures.", targets: ["localhost:80"] });
const measured = metrics(job, {
  load: gauge({ help: "Load.", unit: "ratio" }),
  wait_seconds: gauge({ help: "Wait.", unit: "seconds" }),
  memory_bytes: gauge({ help: "Memory.", unit: "bytes", labels: { type: "*" } }),
  people: gauge({ help: "People.", unit: "people" }),
  answer_seconds: histogram({ help: "Answers.", unit: "seconds", buckets: [1, 10] }),
});
const { catalogue } = resolve(definitionsWith({ jobs: { job }, metrics: { measured } })).model;

/** The operator and the text of the threshold; the expression must be without a mistake. */
function threshold(expr: string): string | undefined {
  const analysis = analyseText(expr, catalogue);
  expect(analysis.diagnostics).toEqual([]);
  const found = thresholdOf(analysis);
  return found && `${found.op} ${found.text}`;
}

test("it has the operator, the number, the unit of the value and a text for people", () => {
  expect(thresholdOf(analyseText("load > 0.05", catalogue))).toEqual({
    op: ">",
    value: 0.05,
    unit: "ratio",
    text: "5%",
  });
});

test.each([
  ["wait_seconds > 0.5", "> 500ms"],
  ["wait_seconds >= 300", ">= 5m"],
  ["wait_seconds < 5m", "< 5m"],
  ["memory_bytes > 12e9", "> 12GB"],
  ["people != 3", "!= 3 people"],
  ["people == -3", "== -3 people"],
  ["people <= +3", "<= 3 people"],
  ["load > 14.4 * 0.001", "> 1.44%"],
  ["load > (1 - 0.995) * 2", "> 1%"],
  ["load > -(0.1)", "> -10%"],
  ["load * 100 > 90", "> 90%"],
  ["histogram_quantile(0.99, sum by (le) (rate(answer_seconds_bucket[5m]))) > 9", "> 9s"],
])("%s is %s", (expr, text) => {
  expect(threshold(expr)).toBe(text);
});

describe("a number on the left is read from the other side", () => {
  test.each([
    ["0.5 < wait_seconds", "> 500ms"],
    ["0.5 > wait_seconds", "< 500ms"],
    ["0.5 >= wait_seconds", "<= 500ms"],
    ["0.5 <= wait_seconds", ">= 500ms"],
    ["0.5 == wait_seconds", "== 500ms"],
    ["0.5 != wait_seconds", "!= 500ms"],
  ])("%s is %s", (expr, text) => {
    expect(threshold(expr)).toBe(text);
  });
});

describe("it is what the value is compared with, and not what is beside the value", () => {
  test.each([
    ["load > 0.5 and wait_seconds > 3", "> 50%"],
    ["load > 0.5 unless wait_seconds > 3", "> 50%"],
    ["load > 0.5 and on () (people > 3)", "> 50%"],
    ["(load > 0.5 and people > 3) unless wait_seconds > 1", "> 50%"],
    ["load and wait_seconds > 3", undefined],
    ["load unless wait_seconds > 3", undefined],
    ["load / (load > 0) > 0.5", "> 50%"],
    ["load / (load > 0)", undefined],
    ["(load > 0.5) > load offset 1d", "> 50%"],
    ["load > (load offset 1d > 0.5)", undefined],
    ["sum(load > 0.5) > 3", "> 300%"],
    ["count(load > 0.5) > 3", "> 3"],
    ["count(load > 0.5)", undefined],
    ["max_over_time((load > 0.5)[1h:]) > 0.9", "> 90%"],
    ["abs(load > 0.5)", undefined],
    ["(load > bool 0.5) == 1", "== 1"],
    ["absent(load)", undefined],
    ["absent(load > 0.5)", undefined],
    ["load > load offset 1d", undefined],
  ])("%s: %s", (expr, text) => {
    expect(threshold(expr)).toBe(text);
  });

  test.each([
    'label_replace(load > 0.5, "a", "$1", "job", "(.*)")',
    'label_join(load > 0.5, "a", "-", "job")',
    "sort_desc(load > 0.5)",
    "topk(3, load > 0.5)",
    "topk by (job) (3, sort(load > 0.5))",
  ])("%s gives the samples as they are", (expr) => {
    expect(threshold(expr)).toBe("> 50%");
  });
});

describe("there is one threshold or none", () => {
  test.each([
    ["load > 0.5 or load < 0.1", undefined],
    ["load > 0.5 or wait_seconds > 0.5", undefined],
    ["load > 0.5 or load >= 0.5", undefined],
    ["load > 0.5 < 0.9", undefined],
    ["load > 0.5 or load offset 1d > 0.5", "> 50%"],
    ["load > 0.5 or absent(load)", "> 50%"],
    ["load > 0.5 or people and wait_seconds > 3", "> 50%"],
  ])("%s: %s", (expr, text) => {
    expect(threshold(expr)).toBe(text);
  });
});
