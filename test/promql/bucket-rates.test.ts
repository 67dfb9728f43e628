// What still is the growth of a histogram's buckets after functions, aggregations and operators, so that a quantile of it is one.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { exampleSeries, series } from "./example-series.ts";
import { analyseText } from "./of-text.ts";

const le = ["0.1", "0.5", "+Inf"];
const catalogue = seriesCatalogue([
  ...exampleSeries,
  series("node_info", "gauge", { node: "*" }, { unit: "bool" }),
  series("job:took:rate5m", "recorded", { le, endpoint: "*" }, { unit: "count/s", observed: "seconds" }),
  series("job:wait:rate5m", "recorded", { le, endpoint: "*" }, { unit: "count/s", observed: "milliseconds" }),
]);

const buckets = "rate(http_request_duration_seconds_bucket[5m])";
const summed = `sum by (instance, le) (${buckets})`;

function quantileOf(expression: string) {
  const { type, diagnostics } = analyseText(`histogram_quantile(0.9, ${expression})`, catalogue);
  return {
    unit: type.unit,
    labels: type.labels && [...type.labels.keys()].sort().join(),
    complaints: diagnostics.map(({ message }) => message),
  };
}

describe("a quantile of", () => {
  test.each([
    ["what was recorded", "job:took:rate5m", "endpoint,instance,job"],
    ["some of what was recorded", 'sum by (le) (job:took:rate5m{endpoint="/"})', ""],
    ["what was recorded an hour ago", "job:took:rate5m offset 1h", "endpoint,instance,job"],
    ["the mean of it over a time", "avg_over_time(job:took:rate5m[1h])", "endpoint,instance,job"],
    ["the sum of it over a time", "sum_over_time(job:took:rate5m[1h])", "endpoint,instance,job"],
    ["the last of it", "last_over_time(job:took:rate5m[1h])", "endpoint,instance,job"],
    ["the mean of rates over a time", `avg_over_time(${summed}[1h:1m])`, "instance"],
    ["the mean of several", `avg by (le) (${buckets})`, ""],
    [
      "rates with the labels of an info",
      `${summed} * on (instance) group_left (node) node_info`,
      "instance,node",
    ],
    [
      "rates of which there are as many as of an info",
      `node_info * on (instance) group_right () ${summed}`,
      "instance",
    ],
    ["a part of each", `${summed} / 2`, "instance"],
    ["a multiple of each", `60 * ${summed}`, "instance"],
    ["a share of each", `${summed} / scalar(sum(up))`, "instance"],
    ["two histograms together", `${summed} + sum by (instance, le) (job:took:rate5m)`, "instance"],
    ["one without a part of it", `${summed} - sum by (instance, le) (job:took:rate5m)`, "instance"],
    [
      "one, or another where there is none",
      `${summed} or sum by (instance, le) (job:took:rate5m)`,
      "instance",
    ],
    ["the targets that are there", `${summed} and on (instance) up == 1`, "instance"],
    ["the targets without another", `${summed} unless on (instance) up == 0`, "instance"],
    ["those with the most", `topk by (le) (3, ${summed})`, "instance,le".replace(",le", "")],
    [
      "those with another label",
      `label_replace(${summed}, "host", "$1", "instance", "(.*):.*")`,
      "host,instance",
    ],
    ["those in order", `sort_desc(${summed})`, "instance"],
  ])("%s", (_, expression, labels) => {
    expect(quantileOf(expression)).toEqual({ unit: "seconds", labels, complaints: [] });
  });

  test.each([
    [
      "the largest of each bucket",
      `max by (le) (${buckets})`,
      "histogram_quantile() needs the rate() of a histogram's _bucket",
    ],
    [
      "the buckets that are not empty",
      `${summed} > 0`,
      "histogram_quantile() of buckets of which a comparison leaves some out: the lowest that is left would begin at 0; compare the quantile, or write … and on (…) sum by (…) (rate(…_count[5m])) > 0",
    ],
    [
      "two histograms multiplied",
      `${summed} * ${summed}`,
      "histogram_quantile() needs the rate() of a histogram's _bucket",
    ],
    [
      "observations in two units",
      "job:took:rate5m + job:wait:rate5m",
      "histogram_quantile() needs the rate() of a histogram's _bucket",
    ],
    ["one by another", `1 / ${summed}`, "histogram_quantile() needs the rate() of a histogram's _bucket"],
    [
      "with a number in each bucket",
      `${summed} + 1`,
      "histogram_quantile() needs the rate() of a histogram's _bucket",
    ],
    [
      "without le",
      `sum by (instance) (${summed})`,
      "histogram_quantile() needs the label le: keep it with by (…, le)",
    ],
  ])("%s is none", (_, expression, complaint) => {
    expect(quantileOf(expression).complaints).toEqual([complaint]);
  });
});
