// What the checks read from an analysis.
import { describe, expect, test } from "vitest";
import type { LabelSpec } from "../../generators/language/label.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import type { ExpressionType } from "../../generators/promql/expression-type.ts";
import { exampleSeries } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const catalogue = seriesCatalogue(exampleSeries);

/** The analysis of an expression that is right. */
function of(text: string, dashboard = false) {
  const analysis = analyseText(text, catalogue, { dashboard });
  expect(analysis.diagnostics).toEqual([]);
  return analysis;
}

function fromTo(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(from, to);
}

describe("selectors", () => {
  test("have their matchers, series and place", () => {
    const text = 'sum by (job) (rate(http_requests_total{status=~"5..", method!="GET"}[5m] offset 1h))';
    const [selector, ...others] = of(text).selectors;
    expect(others).toEqual([]);
    expect(selector).toMatchObject({
      metric: "http_requests_total",
      matchers: [
        { name: "status", op: "=~", value: "5..", from: 39, to: 52 },
        { name: "method", op: "!=", value: "GET", from: 54, to: 67 },
      ],
      range: { text: "5m", ms: 300_000 },
      offset: { text: "1h", ms: 3_600_000 },
      at: undefined,
      function: "rate",
      reachMs: 3_900_000,
    });
    expect(selector?.series.map(({ name }) => name)).toEqual(["http_requests_total"]);
    expect(selector && fromTo(text, selector)).toBe('http_requests_total{status=~"5..", method!="GET"}[5m]');
  });

  test.each([
    ["up", undefined, 0],
    ["up offset 5m", undefined, 300_000],
    ["up offset -5m", undefined, -300_000],
    ["up @ end() offset 5m", undefined, 300_000],
    ["max_over_time((up[5m]))", "max_over_time", 300_000],
    ["quantile_over_time(0.5, up[300])", "quantile_over_time", 300_000],
    ["max_over_time((up offset 1m)[1h:1m] offset 10m)", undefined, 4_260_000],
    ["max_over_time(rate(http_requests_total[5m])[1h:])", "rate", 3_900_000],
    ["max_over_time(avg_over_time(up[1m])[1h:])", "avg_over_time", 3_660_000],
  ])("%s: the function around the range and how far back it reaches", (text, name, reachMs) => {
    expect(of(text).selectors).toMatchObject([{ function: name, reachMs }]);
  });

  test.each([
    ["up @ end()", "end()"],
    ["up @ 12.5", 12.5],
    ["up[5m] @ start() offset 1m", "start()"],
  ])("%s has its time", (text, at) => {
    expect(analyseText(text, catalogue).selectors).toMatchObject([{ at }]);
  });

  test("have ranges of unknown length where a variable stands", () => {
    const { selectors, subqueries } = of(
      "max_over_time(rate(http_requests_total[$__rate_interval])[$back:])",
      true,
    );
    expect(selectors).toMatchObject([
      { range: { text: "$__rate_interval", ms: undefined }, reachMs: undefined },
    ]);
    expect(subqueries).toMatchObject([{ range: { text: "$back", ms: undefined } }]);
    expect(of("up offset $back", true).selectors).toMatchObject([
      { offset: { text: "$back", ms: undefined } },
    ]);
  });
});

test("subqueries have their durations and the function around them", () => {
  expect(of("max_over_time((up == 0)[1h:1m] offset 5m)").subqueries).toMatchObject([
    {
      range: { text: "1h", ms: 3_600_000 },
      step: { text: "1m", ms: 60_000 },
      offset: { text: "5m", ms: 300_000 },
      function: "max_over_time",
      from: 14,
      to: 30,
    },
  ]);
  expect(of("max_over_time(up[1h:])").subqueries).toMatchObject([{ step: undefined, offset: undefined }]);
});

test("functions and aggregations stand in the order of the text", () => {
  const analysis = of(
    "SUM(rate(http_requests_total[5m])) without (endpoint) / on () group_left () count by (job, instance) (up)",
  );
  expect(analysis.functions).toMatchObject([{ name: "rate", from: 4, to: 33 }]);
  expect(analysis.aggregations).toMatchObject([
    { op: "sum", modifier: "without", labels: ["endpoint"], from: 0 },
    { op: "count", modifier: "by", labels: ["job", "instance"] },
  ]);
});

describe("comparisons", () => {
  test("have both sides with type, function and series", () => {
    const text =
      "histogram_quantile(0.95, sum by (job, le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.5";
    const [comparison] = of(text).comparisons;
    expect(comparison).toMatchObject({ op: ">", bool: false, from: 0, to: text.length });
    expect(comparison?.left).toMatchObject({ function: "histogram_quantile", type: { unit: "seconds" } });
    expect(comparison?.left.series.map(({ name }) => name)).toEqual(["http_request_duration_seconds_bucket"]);
    expect(comparison?.left.type.bound).toMatchObject({ kind: "buckets" });
    expect(comparison?.right).toMatchObject({
      function: undefined,
      type: { kind: "scalar", literal: 0.5 },
      series: [],
    });
  });

  test.each([
    ["up > 14.4 * 0.5", 7.2],
    ["up > -(2 + 3)", -5],
    ["up > 7 % 4 ^ 1", 3],
    ["up > 5m", 300],
    ["up > bool Inf", Infinity],
    ["up > scalar(up)", undefined],
  ])("%s: the constant is worked out", (text, literal) => {
    expect(of(text).comparisons.map(({ right }) => right.type.literal)).toEqual([literal]);
  });
});

const errors = 'sum by (job) (rate(http_requests_total{status=~"5.."}[5m]))';
const all = "sum by (job) (rate(http_requests_total[5m]))";
const fast = 'sum(rate(http_request_duration_seconds_bucket{le="0.5"}[5m]))';
const counted = "sum(rate(http_request_duration_seconds_count[5m]))";

test.each<readonly [string, ExpressionType["bound"]]>([
  [`${errors} / ${all}`, { kind: "interval", min: 0, max: 1 }],
  [`1 - ${errors} / ${all}`, { kind: "interval", min: 0, max: 1 }],
  [`100 * (${errors} / ${all})`, { kind: "interval", min: 0, max: 100 }],
  [`max(${errors} / ${all} > 0.05)`, { kind: "interval", min: 0, max: 1 }],
  [`sum(${errors} / ${all})`, undefined],
  [`${fast} / ${counted}`, { kind: "interval", min: 0, max: 1 }],
  [`${all} / ${errors}`, undefined],
  [`${all} / ${all.replace("[5m]", "[5m] offset 1w")}`, undefined],
  [`${errors} / ${all.replace("5m", "1h")}`, undefined],
  [`${errors.replace("sum", "max")} / ${all.replace("sum", "max")}`, undefined],
  ["up == bool 0", { kind: "interval", min: 0, max: 1 }],
  ["kiosk_fps * 2", undefined],
])("the limits of %s", (text, bound) => {
  expect(of(text).type.bound).toEqual(bound);
});

test.each([
  "cache_hit_ratio",
  "min_over_time(cache_hit_ratio[1h])",
  "avg by (job) (cache_hit_ratio offset 1h)",
  "(topk(3, cache_hit_ratio) < 0.5) and up == 1",
  'label_replace(cache_hit_ratio, "a", "b", "job", ".*")',
])("%s has values of the series", (text) => {
  const { bound } = of(text).type;
  expect(bound?.kind === "series" && bound.series.map(({ name }) => name)).toEqual(["cache_hit_ratio"]);
});

test("joins have what matches, what is taken over, and the labels of both sides", () => {
  const [join] = of("sum by (job, instance) (kiosk_fps) * on (job) group_left (version) build_info").joins;
  expect(join).toMatchObject({
    op: "*",
    matching: { kind: "on", labels: ["job"] },
    group: { side: "left", labels: ["version"] },
  });
  expect([...(join?.leftLabels?.keys() ?? [])]).toEqual(["job", "instance"]);
  expect([...(join?.rightLabels?.keys() ?? [])]).toEqual(["job", "instance", "version"]);
  expect(of("kiosk_fps * ignoring (version) build_info").joins).toMatchObject([
    { matching: { kind: "ignoring", labels: ["version"] }, group: undefined },
  ]);
  expect(of("kiosk_fps * 2").joins).toEqual([]);
});

describe("the result", () => {
  test.each([
    ["sum by (job) (rate(http_requests_total[5m]))", "count/s", "job"],
    [`${errors} / ${all}`, "ratio", "job"],
    ["rate(process_cpu_seconds_total[5m])", "seconds/s", "job,instance"],
    ["deriv(kiosk_memory_bytes[5m])", "bytes/s", "job,instance,type"],
    ["delta(process_start_time_seconds[5m])", "seconds", "job,instance"],
    ["time() - process_start_time_seconds", "seconds", "job,instance"],
    ["(cert_expiry - time()) / 86400", "days", "job,instance"],
    ["time() - kiosk_fps * 2", "none", "job,instance"],
    ["time() - 3600", "timestamp", ""],
    ["(cert_expiry - time()) / (24 * 3600)", "days", "job,instance"],
    ["disk_free_bytes / 1024", "kibibytes", "job,instance,mount"],
    ["disk_free_bytes + 5", "bytes", "job,instance,mount"],
    ["5 - disk_free_bytes", "bytes", "job,instance,mount"],
    ["disk_free_bytes * 8", "none", "job,instance,mount"],
    ["cache_hit_ratio * 100", "percent", "job,instance"],
    ["changes(up[5m])", "count", "job,instance"],
    ["count(up == 0)", "count", ""],
    ["up == bool 0", "bool", "job,instance"],
    [
      "histogram_fraction(0, 0.5, rate(http_request_duration_seconds_bucket[5m]))",
      "ratio",
      "job,instance,endpoint",
    ],
    ['absent(up{job="x",instance=~"y"})', "none", "job"],
    ['count_values("version", up)', "count", "version"],
    ["vector(1)", "none", ""],
    ['up or on (job) absent(up{job="x"})', "bool", "job,instance"],
  ])("%s is in %s and has the labels %s", (text, unit, labels) => {
    const { type } = of(text);
    expect(type.unit).toBe(unit);
    expect([...(type.labels?.keys() ?? [])].join()).toBe(labels);
  });

  test.each<[string, LabelSpec | undefined]>([
    ['label_replace(up, "tier", "web", "", "")', ["web"]],
    ['label_replace(up, "tier", "web", "job", ".*")', ["web"]],
    ['label_replace(up, "tier", "web", "", "x?")', ["web"]],
    ['label_replace(up, "tier", "5 $$", "", "")', ["5 $"]],
    ['label_replace(up, "tier", "$1", "", "(.*)")', "*"],
    ['label_replace(up, "tier", "$$$1", "", "(.*)")', "*"],
    ['label_replace(up, "tier", "web", "job", "a.*")', "*"],
    ['label_replace(up, "tier", "web", "", "a")', "*"],
    ['label_replace(up, "job", "", "", "")', undefined],
  ])("of %s the label has the values %s", (text, values) => {
    expect(of(text).type.labels?.get(text.includes('"job", ""') ? "job" : "tier")).toEqual(values);
  });

  test.each([
    ["up == 0", true],
    ["abs(kiosk_fps < 45)", true],
    ["sum by (job) (up == 0)", true],
    ['absent(up{job="x"})', true],
    ["up == 0 or kiosk_fps < 45", true],
    ["up and on (job) kiosk_fps", true],
    ["up == bool 0", false],
    ["up == 0 or up", false],
    ["kiosk_fps", false],
  ])("%s is a condition: %s", (text, condition) => {
    expect(of(text).type.condition).toBe(condition);
  });

  test("knows the values of labels that matchers leave", () => {
    const { labels } = of(
      'sum by (method, status, job) (rate(http_requests_total{method=~"GET|PUT",status!~"4..",job="x"}[5m]))',
    ).type;
    expect(Object.fromEntries(labels ?? [])).toEqual({
      method: ["GET", "PUT"],
      status: ["200", "204", "500", "502", "503"],
      job: ["x"],
    });
  });
});
