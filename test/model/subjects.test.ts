import { describe, expect, test } from "vitest";
import { counter, histogram, metrics, promql } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { isSameSubject, subjectsOf } from "../../generators/model/subjects.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { api, sales } from "../checks/small-shop.ts";
import { analyseText } from "../promql/of-text.ts";

const more = metrics(api, {
  shop_refunds_total: counter({ help: "Refunds.", unit: "orders", labels: { channel: ["web", "phone"] } }),
  shop_wait_seconds: histogram({ help: "Time to an answer.", unit: "seconds", buckets: [0.5, 1] }),
});
const perSecond = { refunds: more.shop_refunds_total.rate("5m"), orders: sales.shop_orders_total.rate("5m") };
const share = recording(
  "job:shop_refunds:ratio5m",
  promql`sum(${perSecond.refunds}) / sum(${perSecond.orders})`,
);
const loop = recording("job:loop:x", promql`job:fire:x + 1`);
const fire = recording("job:fire:x", promql`job:loop:x + sum(${perSecond.orders})`);
const { model } = resolve(definitionsWith({ metrics: { more }, recordings: { share, loop, fire } }));

const subjects = (expr: string) =>
  subjectsOf({ analysis: analyseText(expr, model.catalogue, { dashboard: true }) }, model);
const isShown = (alert: string, query: string) =>
  subjects(alert).some((one) => subjects(query).some((other) => isSameSubject(one, other)));

const refunds = 'sum(rate(shop_refunds_total{job="shop-api"}[5m]))';
const orders = 'sum(rate(shop_orders_total{job="shop-api"}[5m]))';
const webRefunds = 'rate(shop_refunds_total{job="shop-api",channel="web"}[5m])';
const waits = 'sum(rate(shop_wait_seconds_count{job="shop-api"}[5m]))';
const slow = 'histogram_quantile(0.9, sum by (le) (rate(shop_wait_seconds_bucket{job="shop-api"}[5m])))';
const mean = `sum(rate(shop_wait_seconds_sum{job="shop-api"}[5m])) / ${waits}`;

describe("an alert is not shown by", () => {
  test.each([
    ["what it is divided by", `${refunds} / ${orders} > 5`, orders],
    ["what it is divided by in a recording", "job:shop_refunds:ratio5m > 5", orders],
    ["what fills in zeros", `(${refunds} or ${orders} * 0) / ${orders} > 5`, orders],
    ["what it is limited to", `${refunds} > 5 and ${orders} > 5`, orders],
    ["what takes it out", `${refunds} > 5 unless ${orders} > 5`, orders],
    ["what it is compared with", `${refunds} > ${orders}`, orders],
    ["what is only divided by it", `${orders} > 5`, `${refunds} / ${orders}`],
    ["the same metric with another label", webRefunds, webRefunds.replace("web", "phone")],
    ["how many there were, when it is about how large they were", slow, waits],
    ["how large they were, when it is about how many there were", waits, slow],
  ])("%s", (_, alert, query) => {
    expect(isShown(alert, query)).toBe(false);
  });
});

describe("an alert is shown by", () => {
  test.each([
    ["what is divided", `${refunds} / ${orders} > 5`, refunds],
    ["the recording of the same", `${refunds} / ${orders} > 5`, "job:shop_refunds:ratio5m"],
    ["one of several", `${refunds} > 5 or ${orders} > 5`, orders],
    ["what is added", `${refunds} + ${orders} > 5`, orders],
    ["what is multiplied, though not by zero", `${refunds} or ${orders} * 10`, orders],
    ["its label among others", webRefunds, webRefunds.replace('="web"', '=~"web|phone"')],
    ["all labels", webRefunds, refunds],
    ["the label that somebody chooses", webRefunds, webRefunds.replace('="web"', '=~"$channel"')],
    ["the mean, when it is about a quantile", slow, mean],
    ["a recording in a cycle", "job:loop:x > 5", orders],
  ])("%s", (_, alert, query) => {
    expect(isShown(alert, query)).toBe(true);
  });
});

test("an expression of no series is about nothing, and so is one of unknown series", () => {
  expect(subjects("vector(1) > 0")).toEqual([]);
  expect(subjects("no_such_metric > 0")).toEqual([]);
});

test("what stands alone on the right side is what it is about", () => {
  expect(subjects(`1 / ${orders}`).map(({ key }) => key)).toEqual(["shop_orders_total of job shop-api"]);
  expect(subjects(`vector(1) / ${orders}`).map(({ key }) => key)).toEqual([
    "shop_orders_total of job shop-api",
  ]);
});
