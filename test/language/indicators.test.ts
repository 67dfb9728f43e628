import { expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import type { Gauge } from "../../generators/language/expression/series.ts";
import type { Indicator, PerJob } from "../../generators/language/slo/indicator.ts";
import { recordingNamed } from "../../generators/language/recording.ts";
import { failing } from "../../generators/language/slo/failing.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app } from "./example-metrics.ts";
import { ordersAreSlow, ordersFail, queueIsLong, shopMetrics } from "./example-slo.ts";

const ofTwoMetrics = failing(shopMetrics.refused_total.where({ channel: "web" }), {
  of: shopMetrics.orders_total.where({ channel: "web" }),
  words: "of the orders are refused",
});

function printed(indicator: Indicator): string[] {
  const total: Gauge<PerJob, string> = recordingNamed("job:all:rate5m", indicator.total("5m"), {});
  return [total, indicator.total("5m"), indicator.bad(total, "5m")]
    .slice(1)
    .map((one) => printPromql(nodeOf(one)));
}

test.each([
  [
    "a counter, and some of its series",
    ordersFail,
    'sum by (job) (rate(orders_total{job="shop-api"}[5m])) or sum by (job) (up{job="shop-api"}) * 0',
    'sum by (job) (rate(orders_total{job="shop-api", status="500"}[5m])) or job:all:rate5m * 0',
  ],
  [
    "two counters",
    ofTwoMetrics,
    'sum by (job) (rate(orders_total{job="shop-api", channel="web"}[5m])) or sum by (job) (up{job="shop-api"}) * 0',
    'sum by (job) (rate(refused_total{job="shop-api", channel="web"}[5m])) or job:all:rate5m * 0',
  ],
  [
    "a histogram and a bound, in both of its spellings where there are two",
    ordersAreSlow,
    'sum by (job) (rate(order_seconds_bucket{job="shop-api", le="+Inf"}[5m])) or sum by (job) (up{job="shop-api"}) * 0',
    'sum by (job) (rate(order_seconds_bucket{job="shop-api", le="+Inf"}[5m])) - sum by (job) (rate(order_seconds_bucket{job="shop-api", le="0.5"}[5m])) or job:all:rate5m * 0',
  ],
  [
    "time",
    queueIsLong,
    'count by (job) (queue_length{job="shop-api"}) or sum by (job) (up{job="shop-api"}) * 0',
    'count by (job) (queue_length{job="shop-api"} > 20) or job:all:rate5m * 0',
  ],
])("%s: what there is, and what of it is bad", (_, indicator, total, bad) => {
  expect(printed(indicator)).toEqual([total, bad]);
});

test("metrics that are pinned to no job have the up of every job, and are told by the check of selectors", () => {
  const requests = app.http_requests_total;
  const unpinned = failing(requests.where({ status: "500" }), {
    of: requests,
    words: "of the requests fail",
  });
  expect(printed(unpinned)[0]).toBe("sum by (job) (rate(http_requests_total[5m])) or sum by (job) (up) * 0");
});

test("on targets all is well, or nearly everything is bad: of one metric by what is not bad of it, of two by both", () => {
  const seriesOf = (indicator: Indicator, situation: "ok" | "firing", bad = 1) =>
    indicator.onTargets(bad)[situation].flatMap((given) => {
      if (given.kind === "share") {
        return [printPromql(given.part), printPromql(given.rest), String(given.levels[situation])];
      }
      const node = given.kind === "quantile" ? given.buckets : given.series;
      const levels = given.kind === "restarts" || given.kind === "follows" ? undefined : given.levels;
      return [printPromql(node), String(levels?.[situation])];
    });
  const [failed, rest] = [
    'orders_total{job="shop-api", status="500"}',
    'orders_total{job="shop-api", status!="500"}',
  ];
  expect(seriesOf(ordersFail, "ok")).toEqual([failed, rest, "0"]);
  expect(seriesOf(ordersFail, "firing")).toEqual([failed, rest, "1"]);
  const [refused, all] = [
    'refused_total{job="shop-api", channel="web"}',
    'orders_total{job="shop-api", channel="web"}',
  ];
  expect(seriesOf(ofTwoMetrics, "ok")).toEqual([refused, "0", all, "100"]);
  expect(seriesOf(ofTwoMetrics, "firing")).toEqual([refused, "100", all, "100"]);
  expect(seriesOf(ordersAreSlow, "ok")).toEqual(['order_seconds_bucket{job="shop-api"}', "0.5"]);
  expect(ordersAreSlow.onTargets(1).firing).toMatchObject([{ kind: "quantile", quantile: 0.0001 }]);
  expect(seriesOf(queueIsLong, "ok")).toEqual(['queue_length{job="shop-api"}', "2"]);
  expect(seriesOf(queueIsLong, "firing")).toEqual(['queue_length{job="shop-api"}', "21"]);
  // Less than everything; of time there is no less.
  expect(seriesOf(ordersFail, "firing", 0.02)).toEqual([failed, rest, "0.02"]);
  expect(seriesOf(ofTwoMetrics, "firing", 0.02)).toEqual([refused, "2", all, "100"]);
  expect(ordersAreSlow.onTargets(0.25).firing).toMatchObject([{ kind: "quantile", quantile: 0.75 }]);
  expect(seriesOf(queueIsLong, "firing", 0.02)).toEqual(['queue_length{job="shop-api"}', "21"]);
});
