import { alert, ruleGroup } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "recordings-are-fresh";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const rate = sales.shop_orders_total.rate("5m");

// the slow group
const slow = ruleGroup("slow", { every: "2m" });
const quick = ruleGroup("quick", { every: "15s" });
const slowRate = recording("job:shop_orders:rate5m", rate.sum(), { group: slow });
const recordings = { slowRate };

test("an alert that is evaluated more often than its recording is written is reported, once", () => {
  // too often
  const ManyOrders = alert({ ...plainWords, expr: slowRate.gt(5).and(slowRate.lt(50)) });
  expect(problems({ recordings, alerts: { ManyOrders } })).toEqual([
    `${at("too often")}: alert "ManyOrders" is evaluated every 30s, but it reads job:shop_orders:rate5m, which is recorded every 2m (${id})\n` +
      `  fix: record it at least as often at ${at("the slow group")}, or put the rule into a slower group`,
  ]);
});

test("a recording that reads a slower recording is reported as well", () => {
  const squared = recording("job:shop_orders:rate5m_squared", slowRate.mul(slowRate));
  expect(problems({ recordings: { slowRate, squared } })).toEqual([
    expect.stringContaining(
      'recording "job:shop_orders:rate5m_squared" is evaluated every 30s, but it reads job:shop_orders:rate5m,',
    ),
  ]);
});

test.each([
  ["the same group", slow],
  ["a group as slow", ruleGroup("as_slow", { every: "120s" })],
  ["a slower group", ruleGroup("slower", { every: "5m" })],
])("a rule of %s may read it", (_, group) => {
  const ManyOrders = alert({ ...plainWords, group, expr: slowRate.gt(5) });
  expect(problems({ recordings, alerts: { ManyOrders } })).toEqual([]);
});

test("a quick group of alerts is evaluated at its own interval, not by that of the platform", () => {
  const ManyOrders = alert({ ...plainWords, group: quick, expr: orderRate.gt(5) });
  expect(problems({ alerts: { ManyOrders } })).toEqual([
    expect.stringContaining(
      "evaluated every 15s, but it reads instance:shop_orders:rate5m, which is recorded every 30s",
    ),
  ]);
});

test("a window says itself how old its values may be", () => {
  const ManyOrders = alert({ ...plainWords, expr: slowRate.lastOverTime("5m").gt(5) });
  expect(problems({ recordings, alerts: { ManyOrders } })).toEqual([]);
  const Both = alert({ ...plainWords, expr: slowRate.lastOverTime("5m").gt(5).and(slowRate.lt(50)) });
  expect(problems({ recordings, alerts: { Both } })).toHaveLength(1);
});

test("what a rule reads of a job is no recording", () => {
  const ManyOrders = alert({ ...plainWords, group: quick, expr: rate.sum().gt(5) });
  expect(problems({ alerts: { ManyOrders } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "it changes once an hour" };
  const ManyOrders = alert({ ...plainWords, allow, expr: slowRate.gt(5) });
  expect(problems({ recordings, alerts: { ManyOrders } })).toEqual([]);
});
