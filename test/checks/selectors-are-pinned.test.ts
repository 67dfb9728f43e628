import { alert, counter, everyJob, metrics, promql, scrapeJob, timeSeries } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "selectors-are-pinned";
const { shop_orders_total: orders } = sales;
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const firing = (expr: ReturnType<typeof promql>) =>
  problems({ alerts: { Firing: alert({ ...plainWords, expr }) } });

test("a metric that is asked for by its name alone is reported, once, with the job to write", () => {
  // whatever job
  const expr = promql`rate(shop_orders_total[5m]) / rate(shop_orders_total[1h]) > 5`;
  expect(firing(expr)).toEqual([
    `${at("whatever job")}: alert "Firing" reads shop_orders_total from every job that exports it (${id})\n` +
      `  fix: insert the metric's handle into the text with \${…}, or write shop_orders_total{job="shop-api"}`,
  ]);
});

/** Another job that exports the same metric. */
const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["localhost:8081"],
  labels: { service: "shop" },
});
const takings = metrics(till, {
  shop_orders_total: counter({
    help: "Orders that were placed at the till.",
    unit: "orders",
    labels: { channel: ["web", "phone"] },
  }),
});

test.each([
  ["every job but one", promql`rate(shop_orders_total{job!="shop-till"}[5m]) > 5`],
  ["every job but a family", promql`rate(shop_orders_total{job!~"shop-t.+"}[5m]) > 5`],
  ["any job with a name", promql`rate(shop_orders_total{job=~".+"}[5m]) > 5`],
  ["a label that is not the job", promql`rate(shop_orders_total{instance="a:1"}[5m]) > 5`],
])("%s is no pin: a new job would get in", (_, expr) => {
  const parts = { jobs: { till }, metrics: { takings } };
  expect(problems({ ...parts, alerts: { Firing: alert({ ...plainWords, expr }) } })).toEqual([
    expect.stringContaining('alert "Firing" reads shop_orders_total from every job that exports it'),
  ]);
});

test.each([
  ["a handle in a hole", promql`rate(${orders}[5m]) > 5`],
  ["the job", promql`rate(shop_orders_total{job="shop-api"}[5m]) > 5`],
  ["a family of jobs", promql`rate(shop_orders_total{job=~"shop-.+"}[5m]) > 5`],
  ["a recording", promql`${orderRate} > 5`],
  ["a recording by name", promql`instance:shop_orders:rate5m > 5`],
  ["what Prometheus makes of every job", promql`up == 0`],
])("%s is fine", (_, expr) => {
  expect(firing(expr)).toEqual([]);
});

test.each([
  ["any name", promql`{__name__=~".+"} > 5`, '{__name__=~".+"}'],
  ["a family of names", promql`rate({__name__=~"shop_.+"}[5m]) > 5`, '{__name__=~"shop_.+"}'],
  ["a label alone", promql`{instance="a:1"} > 5`, '{instance="a:1"}'],
  ["all jobs but one", promql`{job!="shop-till"} > 5`, '{job!="shop-till"}'],
  ["any job", promql`{__name__=~".+", job=~".+"} > 5`, '{__name__=~".+", job=~".+"}'],
])("a selector without a name that asks for %s is reported", (_, expr, written) => {
  expect(firing(expr)).toEqual([
    expect.stringContaining(
      `alert "Firing" reads every series of every job that fits ${written} (${id})\n` +
        '  fix: name the metric, or write a job beside it, such as {job="shop-api"}',
    ),
  ]);
});

test.each([
  ["its job", promql`{job="shop-api"} > 5`],
  ["a family of jobs", promql`{__name__=~"shop_.+", job=~"shop-.+"} > 5`],
  ["a name all the same", promql`{__name__="shop_orders_total", job="shop-api"} > 5`],
])("one that asks for %s is fine", (_, expr) => {
  expect(firing(expr)).toEqual([]);
});

test("handles pin themselves, in panels too", () => {
  const words = { title: "Rate", description: "Of orders." };
  const queries = [orders.rate("$__rate_interval"), everyJob.up, promql`rate(shop_orders_total[5m])`];
  const more = dashboardWith(timeSeries({ ...words, queries }));
  expect(problems({ dashboards: { more } })).toEqual([
    expect.stringContaining('panel "Rate" reads shop_orders_total from every job that exports it'),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "whoever sells is meant" };
  const expr = promql`rate(shop_orders_total[5m]) > 5`;
  expect(problems({ alerts: { Firing: alert({ ...plainWords, allow, expr }) } })).toEqual([]);
});
