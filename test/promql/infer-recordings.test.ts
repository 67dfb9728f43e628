// Recordings may use each other in any order; their labels and units come from their expressions.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { type Recorded, inferRecordings } from "../../generators/promql/infer/recordings.ts";
import { exampleSeries } from "./example-series.ts";
import { readText } from "../../generators/promql/read.ts";
import { analyseText } from "./of-text.ts";

const errors = 'sum by (job) (rate(http_requests_total{status=~"5.."}[5m]))';
const all = "sum by (job) (rate(http_requests_total[5m]))";

/** A recording rule as text. */
type RecordingText = Omit<Recorded, "node" | "diagnostics">;

function infer(...recordings: readonly RecordingText[]) {
  return inferRecordings(
    recordings.map((recording) => ({ ...readText(recording.expr), ...recording })),
    exampleSeries,
  );
}

test("a recording that another needs comes before it, whatever the order they are written in", () => {
  const { series, analyses, problems } = infer(
    { name: "job:errors:burn", expr: "job:errors:ratio / 0.001" },
    { name: "job:errors:ratio", expr: "job:errors:rate5m / job:requests:rate5m" },
    { name: "job:errors:rate5m", expr: errors },
    { name: "job:requests:rate5m", expr: all },
  );
  expect(series.map(({ name, unit }) => [name, unit])).toEqual([
    ["job:errors:rate5m", "count/s"],
    ["job:requests:rate5m", "count/s"],
    ["job:errors:ratio", "ratio"],
    ["job:errors:burn", "none"],
  ]);
  expect(analyses.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  expect(analyses[1]?.type.unit).toBe("ratio");
  expect(problems).toEqual([]);
});

test("a series has the labels of the expression, and those that the rule adds", () => {
  const [series] = infer({
    name: "job:errors:rate5m",
    expr: errors,
    labels: { team: "web" },
    help: "Errors.",
  }).series;
  expect(series).toMatchObject({
    type: "recorded",
    metric: "job:errors:rate5m",
    job: undefined,
    help: "Errors.",
  });
  expect(Object.fromEntries(series?.labels ?? [])).toEqual({ job: "*", team: ["web"] });
});

test("the limits of a ratio are kept, and quantiles can be taken of recorded buckets", () => {
  const { series, analyses } = infer(
    { name: "job:errors:ratio", expr: `${errors} / ${all}` },
    {
      name: "job:duration:rate5m",
      expr: "sum by (job, le) (rate(http_request_duration_seconds_bucket[5m]))",
    },
    { name: "job:duration:p95", expr: "histogram_quantile(0.95, job:duration:rate5m)" },
  );
  expect(series.map(({ interval }) => interval)).toEqual([{ min: 0, max: 1 }, undefined, undefined]);
  expect(analyses[2]?.diagnostics).toEqual([]);
  expect(series[2]?.unit).toBe("seconds");
  expect(analyseText("max(job:errors:ratio)", seriesCatalogue(series)).type.bound).toEqual({
    kind: "interval",
    min: 0,
    max: 1,
  });
});

describe("a unit that is said", () => {
  test("stands where the expression does not tell it", () => {
    const { series, problems } = infer({
      name: "job:bits:sum",
      expr: "sum by (job) (kiosk_memory_bytes) * 8",
      unit: "bits",
    });
    expect(series[0]?.unit).toBe("bits");
    expect(problems).toEqual([]);
  });

  test("must be the one that the expression gives", () => {
    const { problems } = infer({ name: "job:errors:ratio", expr: `${errors} / ${all}`, unit: "percent" });
    expect(problems).toEqual([
      {
        name: "job:errors:ratio",
        at: 0,
        message: "says that its unit is percent, but the expression gives ratio",
      },
    ]);
  });
});

describe("a ring", () => {
  test("is named once, and what uses it is not reported as well", () => {
    const { problems, analyses, series } = infer(
      { name: "a:a:a", expr: "c:c:c * 2" },
      { name: "b:b:b", expr: "a:a:a + 1" },
      { name: "c:c:c", expr: "b:b:b / 2" },
      { name: "d:d:d", expr: "sum by (job) (a:a:a)" },
    );
    expect(problems).toEqual([{ name: "a:a:a", message: "refers to itself: a:a:a → c:c:c → b:b:b → a:a:a" }]);
    expect(analyses.map(({ diagnostics }) => diagnostics)).toEqual([[], [], [], []]);
    expect(series.map(({ name }) => name).sort()).toEqual(["a:a:a", "b:b:b", "c:c:c", "d:d:d"]);
  });

  test("can be of one", () => {
    expect(infer({ name: "a:a:a", expr: "a:a:a offset 5m" }).problems).toEqual([
      { name: "a:a:a", message: "refers to itself: a:a:a → a:a:a" },
    ]);
  });
});

test("what is wrong in one recording is not reported at those that use it", () => {
  const { analyses } = infer(
    { name: "job:fps:min", expr: "min by (jbo) (kiosk_fps)" },
    { name: "job:fps:low", expr: "sum by (job) (job:fps:min < 45)" },
    { name: "job:fps:broken", expr: "min by (job (kiosk_fps)" },
  );
  expect(analyses.map(({ diagnostics }) => diagnostics.map(({ message }) => message))).toEqual([
    ["min by: there is no label 'jbo' (did you mean 'job'?); there is job, instance"],
    [],
    ["unexpected '('"],
  ]);
});
