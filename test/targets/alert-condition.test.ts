import { expect, test } from "vitest";
import type { LabelSpec } from "../../generators/language/label.ts";
import { analyse } from "../../generators/promql/analysis.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { thresholdOf } from "../../generators/promql/threshold.ts";
import { conditionText } from "../../generators/targets/docs/alert-condition.ts";
import { alertModel, gaugeSeries } from "./small-rules.ts";

const counter = { type: "counter", unit: "requests" } as const;
const catalogue = seriesCatalogue([
  gaugeSeries("up", { unit: "bool" }),
  gaugeSeries("load", { unit: "ratio" }),
  gaugeSeries("queue", { unit: "orders" }),
  gaugeSeries("used", { unit: "bytes" }),
  gaugeSeries("size", { unit: "bytes" }),
  gaugeSeries("expiry", { unit: "timestamp" }),
  gaugeSeries("requests_total", counter),
  gaugeSeries("failures_total", {
    ...counter,
    labels: new Map(Object.entries({ path: "*", instance: "*" } as const)),
  }),
  gaugeSeries("seconds_bucket", {
    type: "bucket",
    unit: "count",
    observed: "seconds",
    metric: "seconds",
    labels: new Map<string, LabelSpec>(Object.entries({ instance: "*", le: ["1", "+Inf"] })),
  }),
]);

function said(expr: string): string {
  const node = readPromql(expr);
  if (!node) throw new Error(`no PromQL: ${expr}`);
  const analysis = analyse({ node, diagnostics: [] }, catalogue);
  expect(analysis.diagnostics).toEqual([]);
  return conditionText(alertModel({ threshold: thresholdOf(analysis), expr, node, analysis }));
}

test("of a heartbeat nothing is said that could end it", () => {
  expect(said("vector(1)")).toContain("This always holds. It fires");
});

test.each([
  ["max by (instance) (up == 0)", "for any series with the same instance, `up` is 0, which means no"],
  ["count(queue > 5)", "for any series, `queue` is above 5 orders"],
  [
    "sum without (instance) (queue > 5)",
    "for any series with the same labels but instance, `queue` is above 5 orders",
  ],
  ["(queue > 5) * 2", "`queue` is above 5 orders"],
  [
    "(queue > 5) * on (instance) group_left () up",
    "`queue` is above 5 orders and, for the same instance, there is `up`",
  ],
  ["up * on (instance) (queue > 5)", "`queue` is above 5 orders and, for the same instance, there is `up`"],
  ["sum by (instance) (queue > bool 5)", "there is"],
])("a condition within an aggregation or a product is said: %s", (expr, words) => {
  expect(said(expr)).toContain(`This holds when ${words}`);
});

// Right above the sentence stands the PromQL.
test.each([
  ["load > 0.05", "the value is above 5%"],
  ["used / size >= 0.9", "the value is 90% or above"],
  ["up == 0", "the value is 0, which means no"],
  ["rate(requests_total[5m]) < 3", "the value is below 3 requests/s"],
  ["5 < queue", "the value is above 5 orders"],
])("of one value and one number the number is said: %s", (expr, words) => {
  expect(said(expr)).toMatch(`This holds when ${words}. It fires`);
});

test.each([
  ["load > 0.05 and queue > 3", "`load` is above 5% and `queue` is above 3 orders"],
  ["load > 0.05 unless queue > 3", "`load` is above 5%, unless `queue` is above 3 orders"],
  ["load > 0.05 or queue > 3", "`load` is above 5%, or `queue` is above 3 orders"],
  ["up == 0 or absent(up)", "`up` is 0, which means no, or there is no `up`"],
  [
    "load > 0.5 and (queue > 3 or up == 1)",
    "`load` is above 50% and either `queue` is above 3 orders, or `up` is 1, which means yes",
  ],
  [
    "load > 0.5 unless (queue > 3 or up == 1)",
    "`load` is above 50%, unless either `queue` is above 3 orders, or `up` is 1, which means yes",
  ],
  [
    "load > 0.5 and queue > 3 or up == 0",
    "`load` is above 50% and `queue` is above 3 orders, or `up` is 0, which means no",
  ],
  [
    "load > 0.5 and on (instance) sum by (instance) (rate(failures_total[5m])) > 0",
    "`load` is above 50% and, for the same instance, the sum of the growth of `failures_total` per second, over 5m, for each instance is above 0 requests/s",
  ],
  [
    "load > 0.5 and on () sum(queue) > 9",
    "`load` is above 50% and, anywhere, the sum of `queue` is above 9 orders",
  ],
  ["load > 0.5 unless on (instance) up", "`load` is above 50%, unless, for the same instance, there is `up`"],
  ["queue > 14.4 * 10 and load > 0.144", "`queue` is above 144 orders and `load` is above 14.4%"],
  [
    "used / size < 0.5 and predict_linear(used[6h], 86400) > 9e9",
    "`used` divided by `size` is below 50% and `used` as it will be in 1d, by the trend of 6h, is above 9GB",
  ],
  ["used > size", "`used` is above `size`"],
  ["used >= size", "`used` is at least `size`"],
  ["absent(up)", "there is no `up`"],
  ["absent_over_time(up[5m])", "there was no `up` in 5m"],
  [
    '(absent(up{instance="a"}) or absent(up{instance="b"}))',
    'there is no `up{instance="a"}`, or there is no `up{instance="b"}`',
  ],
  [
    'label_replace(load > 0.5, "a", "b", "", "") and on (instance) queue > 1',
    "`load` is above 50% and, for the same instance, `queue` is above 1 order",
  ],
  ["(queue > 3) / used > 1 ", "`(queue > 3) / used` is above 1"],
  [
    "expiry - time() < 3600 and up == 1",
    "the time until `expiry` is below 1h and `up` is 1, which means yes",
  ],
  [
    "time() - expiry > 3600 and up == 1",
    "the time since `expiry` is above 1h and `up` is 1, which means yes",
  ],
  [
    "histogram_quantile(0.95, sum by (instance, le) (rate(seconds_bucket[5m]))) > 0.5 and on (instance) up == 1",
    "the p95 of `seconds` for each instance over 5m is above 500ms and, for the same instance, `up` is 1, which means yes",
  ],
  [
    "avg_over_time(load[1h]) > 0.5 and queue offset 1h > 3",
    "the mean of `load` over 1h is above 50% and `queue` 1h before is above 3 orders",
  ],
  ["count(up == 0) > 2", "the number of `up == 0` is above 2"],
])("of several conditions all are said: %s", (expr, words) => {
  expect(said(expr)).toMatch(`This holds when ${words}. It fires`);
});
