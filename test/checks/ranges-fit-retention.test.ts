import { alert, dashboard, promql, row, timeSeries } from "signalbox";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { smallPlatform } from "./small-platform.ts";
import { api, dashboardWith, orderPanel, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "ranges-fit-retention";
const { shop_orders_total: orders } = sales;
const platformPlace = `${smallPlatform.place.file}:${smallPlatform.place.line}`;
const fix = `  fix: use a shorter range, or raise the retention at ${platformPlace}`;

/** The platform keeps samples for 15 days. */
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const firing = (expr: ReturnType<typeof promql>) =>
  problems({ alerts: { Firing: alert({ ...plainWords, expr }) } });

test("a range beyond the retention is reported at the expression, with what it asks for", () => {
  // too far
  const expr = promql`increase(${orders}[16d]) > 5`;
  expect(firing(expr)).toEqual([
    `${at("too far")}: alert "Firing" looks back 16d at shop_orders_total, but samples are kept for 15d (${id})\n${fix}`,
  ]);
});

test.each([
  ["a range", promql`increase(${orders}[15d]) > 5`],
  ["an offset", promql`${orderRate} offset 15d > 5`],
  ["a subquery of a range", promql`max_over_time(rate(${orders}[1d])[14d:1h]) > 5`],
  ["a look into the future", promql`${orderRate} offset -30d > 5`],
])("%s that just fits is fine", (_, expr) => {
  expect(firing(expr)).toEqual([]);
});

test.each([
  ["a range and its offset", promql`increase(${orders}[10d] offset 6d) > 5`, "looks back 16d"],
  ["a subquery and what it is of", promql`max_over_time(rate(${orders}[2d])[14d:1h]) > 5`, "looks back 16d"],
  ["an offset alone", promql`${orderRate} offset 16d > 5`, "looks back 16d"],
  [
    "more than a duration can be",
    promql`increase(${orders}[200y] offset 200y) > 5`,
    "looks back more than 292y",
  ],
  ["a selector without a name", promql`{job="shop-api"} offset 16d > 5`, "looks back 16d at a selector"],
])("%s counts together", (_, expr, words) => {
  expect(firing(expr)).toEqual([expect.stringContaining(words)]);
});

test("the same mistake twice in one expression is reported once", () => {
  expect(firing(promql`increase(${orders}[16d]) / increase(${orders}[16d]) > 5`)).toHaveLength(1);
});

test("a panel's query is looked at, a variable of Grafana is left to whoever chooses the time", () => {
  const words = { title: "Far", description: "Back." };
  const queries = [promql`increase(${orders}[16d])`, promql`increase(${orders}[$__range])`];
  const more = dashboardWith(timeSeries({ ...words, queries }));
  expect(problems({ dashboards: { more } })).toEqual([
    expect.stringContaining('panel "Far" looks back 16d at shop_orders_total'),
  ]);
});

test("an alert cannot wait for longer than its samples are kept", () => {
  const waiting = (time: "15d" | "16d") => alert({ ...plainWords, for: time, expr: api.up.eq(0) });
  // waits
  const Waiting = alert({ ...plainWords, for: "16d", expr: api.up.eq(0) });
  expect(problems({ alerts: { Waiting } })).toEqual([
    `${at("waits")}: alert "Waiting" waits 16d, but samples are kept for 15d (${id})\n${fix}`,
  ]);
  expect(problems({ alerts: { Waiting: waiting("15d") } })).toEqual([]);
});

test("a dashboard cannot show more than there is", () => {
  const rows = [row("Sales", [orderPanel])];
  const words = { title: "Long", description: "Months.", folder: "Shop", rows };
  // months
  const months = dashboard("shop-months", { ...words, last: "90d" });
  expect(problems({ dashboards: { months } })).toEqual([
    `${at("months")}: dashboard "shop-months" shows the last 90d, but samples are kept for 15d (${id})\n${fix}`,
  ]);
  expect(problems({ dashboards: { months: dashboard("shop-months", { ...words, last: "15d" }) } })).toEqual(
    [],
  );
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the samples are kept in another store for a year" };
  const Firing = alert({ ...plainWords, allow, expr: promql`increase(${orders}[16d]) > 5` });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});
