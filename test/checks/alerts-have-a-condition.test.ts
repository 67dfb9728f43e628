import { alert, promql, vector, type AlertDefinition } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const problems = (Firing: AlertDefinition) =>
  problemsOf("alerts-have-a-condition", definitionsWith({ alerts: { Firing } }));

test("an alert without a comparison is reported at its expression", () => {
  const Firing = alert({
    ...plainWords,
    // no condition
    expr: promql`${orderRate}`,
  });
  expect(problems(Firing)).toEqual([
    `${at("no condition")}: alert "Firing" has no condition: it would fire for every series its expression returns (alerts-have-a-condition)\n` +
      '  fix: compare the value with a threshold, such as .gt(percent(5)), or > 0.05 in text; if that it is there is the condition, suppress it with a reason: allow: { "alerts-have-a-condition": "…" }',
  ]);
});

const { shop_orders_total: orders } = sales;

test.each([
  ["a comparison with bool, which gives 0 or 1 for every series", promql`${orderRate} > bool 5`],
  ["a condition on one side of or", promql`${orderRate} > 5 or ${orderRate}`],
  ["a sum of series", promql`sum(rate(${orders}[5m]))`],
  ["a scalar", promql`scalar(${orderRate})`],
  ["a vector that is called one", orderRate.condition()],
  ["a number", vector(1).condition()],
])("%s is no condition", (_, expr) => {
  expect(problems(alert({ ...plainWords, expr }))).toHaveLength(1);
});

test.each([
  ["a comparison", orderRate.lt(1)],
  ["a comparison in text", promql`${orderRate} < 1`],
  ["absence", api.up.absent()],
  ["a set that is left by and", promql`${orderRate} and ${orderRate}`],
  ["a set that is left by unless", promql`${orderRate} unless ${orderRate}`],
  ["conditions on both sides of or", promql`${orderRate} > 5 or ${orderRate} < 1`],
  ["a count of what a comparison left", promql`count(${orderRate} > 5)`],
  ["the largest of what a comparison left", promql`max by (instance) (${orderRate} > 5)`],
  ["the same in words", orderRate.gt(5).series().maxBy("instance").condition()],
  [
    "a label that is joined to what a comparison left",
    promql`(${orderRate} > 5) * on (instance) group_left (job) ${api.up}`,
  ],
  [
    "the same in words",
    orderRate
      .gt(5)
      .series()
      .mul(api.up, { on: ["instance"], groupLeft: ["job"] })
      .condition(),
  ],
])("%s is a condition", (_, expr) => {
  expect(problems(alert({ ...plainWords, expr }))).toEqual([]);
});

test("an expression that is wrong itself is reported once, by its own check", () => {
  expect(problems(alert({ ...plainWords, expr: promql`no_such_metric` }))).toEqual([]);
});

test("it can be allowed with a reason, where it finds something", () => {
  const allow = { "alerts-have-a-condition": "the series is there only while something is wrong" };
  expect(problems(alert({ ...plainWords, allow, expr: promql`${orderRate}` }))).toEqual([]);
  // in vain
  const Firing = alert({ ...plainWords, allow, expr: orderRate.gt(5) });
  expect(problems(Firing)).toEqual([
    `${at("in vain")}: "alerts-have-a-condition" is suppressed here, but it finds nothing (allowances-apply)\n` +
      '  fix: remove "alerts-have-a-condition" from allow',
  ]);
});
