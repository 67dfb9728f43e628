import { expect, test } from "vitest";
import { counter, metrics, promql, scrapeJob } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { metricKey, metricsBehind } from "../../generators/model/metrics-behind.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { orderRate } from "../checks/small-shop.ts";
import { analyseText } from "../promql/of-text.ts";

const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["localhost:81"],
  labels: { service: "shop" },
});
const takings = metrics(till, {
  shop_orders_total: counter({ help: "Orders.", unit: "orders", labels: { channel: ["web", "phone"] } }),
});
const doubled = recording("instance:shop_orders:rate5m_doubled", orderRate.mul(2));
const loop = recording("job:loop:x", promql`job:fire:x + 1`);
const fire = recording("job:fire:x", promql`job:loop:x + sum(rate(shop_orders_total{job="shop-till"}[5m]))`);
const { model } = resolve(
  definitionsWith({ jobs: { till }, metrics: { takings }, recordings: { doubled, loop, fire } }),
);
const behind = (expr: string) => metricsBehind(analyseText(expr, model.catalogue), model);

const ofApi = "shop_orders_total of job shop-api";
const ofTill = "shop_orders_total of job shop-till";

test.each([
  ["a metric of one job", 'rate(shop_orders_total{job="shop-api"}[5m])', [ofApi]],
  ["the same name of several jobs, sorted", "sum(rate(shop_orders_total[5m]))", [ofApi, ofTill]],
  ["a recording", "instance:shop_orders:rate5m > 5", [ofApi]],
  ["a recording of a recording", "instance:shop_orders:rate5m_doubled > 5", [ofApi]],
  ["a cycle of recordings, in which nothing is asked twice", "job:loop:x > 5", [ofTill]],
  ["each once", "instance:shop_orders:rate5m / instance:shop_orders:rate5m_doubled", [ofApi]],
  ["what Prometheus makes", 'up{job="shop-api"} == 0', ["up of job shop-api"]],
  ["nothing", "vector(1) > 0", []],
  ["nothing that is known", "no_such_metric > 0", []],
])("%s", (_, expr, metricNames) => {
  expect(behind(expr)).toEqual(metricNames);
});

test("a metric of no job in particular is called by its name alone", () => {
  expect(metricKey("shop-api", "shop_wait_seconds")).toBe("shop_wait_seconds of job shop-api");
  expect(metricKey(undefined, "ALERTS")).toBe("ALERTS");
});
