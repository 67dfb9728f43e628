// Functions of a window over results: what they give, and what only a counter itself may be asked.
import { describe, expect, test } from "vitest";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";
import { exampleSeries, series } from "./example-series.ts";
import { mistakesIn } from "./mistakes-in.ts";
import { analyseText } from "./of-text.ts";

const catalogue = seriesCatalogue([
  ...exampleSeries,
  series("cpu_seconds_total", "counter", { cpu: "*" }, { unit: "seconds" }),
  series("misnamed_total", "gauge", {}, { unit: "bytes" }),
]);

test.each([
  ["increase(max without (cpu) (cpu_seconds_total)[15m:1m])", "seconds", "instance,job"],
  ["rate(max by (job) (cpu_seconds_total)[15m:1m])", "seconds/s", "job"],
  ["rate(min by (job) (cpu_seconds_total)[15m:])", "seconds/s", "job"],
  ["resets(max by (job) (max without (cpu) (cpu_seconds_total))[1h:1m])", "count", "job"],
  ["increase(topk(3, cpu_seconds_total)[15m:1m])", "seconds", "cpu,instance,job"],
  ["increase(last_over_time(cpu_seconds_total[5m])[15m:1m])", "seconds", "cpu,instance,job"],
  ["changes(sum by (job) (up)[1h:1m])", "count", "job"],
  ["delta(sum by (job) (disk_free_bytes)[1h:])", "bytes", "job"],
  ["idelta(sum by (job) (disk_free_bytes)[1h:5m])", "bytes", "job"],
  ["deriv(sum by (job) (disk_free_bytes)[1h:1m])", "bytes/s", "job"],
  ["deriv((disk_free_bytes - 5)[1h:1m])", "bytes/s", "instance,job,mount"],
  ["predict_linear(sum by (job) (disk_free_bytes)[6h:5m], 3600)", "bytes", "job"],
  ["quantile_over_time(0.9, (cache_hit_ratio * 100)[1h:])", "percent", "instance,job"],
  ["changes(cpu_seconds_total[5m])", "count", "cpu,instance,job"],
  ["delta(misnamed_total[1h])", "bytes", "instance,job"],
  ["deriv(misnamed_total[1h])", "bytes/s", "instance,job"],
])("%s", (text, unit, labels) => {
  const { type, diagnostics } = analyseText(text, catalogue);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect({ unit: type.unit, labels: type.labels && [...type.labels.keys()].sort().join() }).toEqual({
    unit,
    labels,
  });
});

describe("a counter that was added up, or is looked at, is refused as before", () => {
  test.each([
    [
      "increase(sum by (job) (http_requests_total)[15m:1m])",
      "http_requests_total | sum of a raw counter: take rate() or increase() first",
    ],
    [
      "max_over_time(max by (job) (http_requests_total)[15m:1m])",
      "http_requests_total | max of a raw counter: take rate() or increase() first",
    ],
    [
      "increase((max by (job) (http_requests_total) + 1)[15m:1m])",
      "max by (job) (http_requests_total) | http_requests_total as it is: take rate() or increase() first",
    ],
    [
      "max by (job) (http_requests_total)",
      "http_requests_total | max of a raw counter: take rate() or increase() first",
    ],
    [
      "max(increase(max by (job) (http_requests_total)[15m:1m])) + max(http_requests_total)",
      "http_requests_total | max of a raw counter: take rate() or increase() first",
    ],
    [
      "deriv(http_requests_total[5m])",
      "http_requests_total[5m] | deriv() is for gauges, and http_requests_total is a counter: use rate() or increase(); if it falls too, declare it with gauge({ … })",
    ],
  ])("%s", (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });
});
