import { alert, counter, gauge, metrics, promql, ruleGroup, scrapeJob, timeSeries } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "rate-windows-hold-four-scrapes";
const { shop_orders_total: orders } = sales;
const apiPlace = `${api.place.file}:${api.place.line}`;

const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const firing = (expr: ReturnType<typeof promql>) =>
  problems({ alerts: { Firing: alert({ ...plainWords, expr }) } });

// slow job
const till = scrapeJob("shop-till", {
  labels: { service: "shop" },
  description: "The till.",
  targets: ["localhost:8081"],
  every: "1m",
});
const takings = metrics(till, {
  till_sales_total: counter({ help: "Sales.", unit: "sales" }),
  till_drawer_coins: gauge({ help: "Coins in the drawer.", unit: "coins" }),
});
const { till_sales_total, till_drawer_coins } = takings;
const ofTill = { jobs: { till }, metrics: { takings } };

test("a window of less than four scrapes is reported, with the job and the window that it needs", () => {
  // too short
  const expr = promql`rate(${orders}[59s]) > 5`;
  expect(firing(expr)).toEqual([
    `${at("too short")}: alert "Firing": rate(shop_orders_total[59s]) holds fewer than 4 scrapes, because job "shop-api" is scraped every 15s (${id})\n` +
      `  fix: use a window of at least 1m, or scrape more often at ${apiPlace}`,
  ]);
});

test("four scrapes are enough", () => {
  expect(firing(promql`rate(${orders}[1m]) > 5`)).toEqual([]);
});

test("a job's own interval counts, not that of the platform", () => {
  const Few = alert({ ...plainWords, expr: till_sales_total.rate("3m").lt(1) });
  expect(problems({ ...ofTill, alerts: { Few } })).toEqual([
    expect.stringMatching(
      `rate\\(till_sales_total\\[3m\\]\\) holds fewer than 4 scrapes, because job "shop-till" is scraped every 1m .*\\n  fix: use a window of at least 4m, or scrape more often at ${at("slow job")}`,
    ),
  ]);
  const Some = alert({ ...plainWords, expr: till_sales_total.rate("4m").lt(1) });
  expect(problems({ ...ofTill, alerts: { Some } })).toEqual([]);
});

test.each([
  ["irate", till_sales_total.irate("2m").lt(1)],
  ["increase", till_sales_total.increase("2m").lt(1)],
  ["resets", till_sales_total.resets("2m").gt(1)],
  ["delta", till_drawer_coins.delta("2m").lt(1)],
  ["idelta", till_drawer_coins.idelta("2m").lt(1)],
  ["deriv", till_drawer_coins.deriv("2m").lt(1)],
  ["changes", till_drawer_coins.changes("2m").lt(1)],
  ["predict_linear", promql`predict_linear(${till_drawer_coins}[2m], 3600) < 1`],
])("%s compares samples with each other", (name, expr) => {
  const Few = alert({ ...plainWords, expr });
  expect(problems({ ...ofTill, alerts: { Few } })).toEqual([expect.stringContaining(`: ${name}(till_`)]);
});

test.each([
  ["the highest of few samples", till_drawer_coins.maxOverTime("2m").lt(1)],
  ["their number", promql`count_over_time(${till_drawer_coins}[2m]) < 1`],
  ["absence", till_drawer_coins.absentOverTime("2m")],
])("%s needs no second sample", (_, expr) => {
  expect(problems({ ...ofTill, alerts: { Few: alert({ ...plainWords, expr }) } })).toEqual([]);
});

test("every job of a selector is looked at", () => {
  const mixed = promql`sum by (job) (delta(up{job=~"shop-.+"}[1m])) > 5`;
  const Down = alert({ ...plainWords, expr: mixed });
  expect(problems({ ...ofTill, alerts: { Down } })).toEqual([
    expect.stringContaining('because job "shop-till"'),
  ]);
});

test("a dashboard's own variable is as long as Grafana makes it; a fixed window there is looked at", () => {
  const words = { title: "Rate", description: "Of orders." };
  const queries = [orders.rate("$__rate_interval"), orders.rate("$__interval"), orders.rate("30s")];
  const more = dashboardWith(timeSeries({ ...words, queries }));
  expect(problems({ dashboards: { more } })).toEqual([
    expect.stringContaining('panel "Rate": rate(shop_orders_total[30s]) holds fewer than 4 scrapes'),
  ]);
});

test("a recording takes a sample with each evaluation of its group", () => {
  const group = ruleGroup("slow", { every: "2m" });
  // slow recording
  const coins = recording("job:till_drawer_coins:sum", till_drawer_coins.sum(), { group });
  const falling = (range: "6m" | "8m") => alert({ ...plainWords, expr: coins.delta(range).lt(0) });
  const parts = { ...ofTill, recordings: { coins } };
  expect(problems({ ...parts, alerts: { Falling: falling("6m") } })).toEqual([
    expect.stringMatching(
      `delta\\(job:till_drawer_coins:sum\\[6m\\]\\) holds fewer than 4 evaluations, because the recording is evaluated every 2m .*\\n  fix: use a window of at least 8m, or evaluate more often at ${at("slow recording")}`,
    ),
  ]);
  expect(problems({ ...parts, alerts: { Falling: falling("8m") } })).toEqual([]);
});

test("the platform's interval of evaluation counts for a recording without a group of its own", () => {
  expect(firing(promql`deriv(${orderRate}[1m59s]) > 5`)).toHaveLength(1);
  expect(firing(promql`deriv(${orderRate}[2m]) > 5`)).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the orders of the last half minute are what the wall shows" };
  const Firing = alert({ ...plainWords, allow, expr: orders.rate("30s").gt(5) });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});
