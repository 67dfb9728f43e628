import { alert, gauge, metrics, promql, ruleGroup, scrapeJob, timeSeries } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { dashboardWith, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "windows-hold-two-scrapes";

// slow job
const till = scrapeJob("shop-till", {
  labels: { service: "shop" },
  description: "The till.",
  targets: ["localhost:8081"],
  every: "1m",
});
const takings = metrics(till, {
  till_drawer_coins: gauge({ help: "Coins in the drawer.", unit: "coins" }),
});
const { till_drawer_coins: coins } = takings;
const problems = (parts: Parts) =>
  problemsOf(id, definitionsWith({ jobs: { till }, metrics: { takings }, ...parts }));
const firing = (expr: ReturnType<typeof promql>) =>
  problems({ alerts: { Firing: alert({ ...plainWords, expr }) } });

test("a window in which a scrape may be missing is reported, with the job and the window that it needs", () => {
  // too short
  const expr = promql`max_over_time(${coins}[10s]) > 5`;
  expect(firing(expr)).toEqual([
    `${at("too short")}: alert "Firing": max_over_time(till_drawer_coins[10s]) holds fewer than 2 scrapes, because job "shop-till" is scraped every 1m (${id})\n` +
      `  fix: use a window of at least 2m, or scrape more often at ${at("slow job")}`,
  ]);
});

type Window = "1m59s" | "2m";

test.each([
  ["avg_over_time", (window: Window) => promql`avg_over_time(${coins}[${window}]) > 5`],
  ["count_over_time", (window: Window) => promql`count_over_time(${coins}[${window}]) > 5`],
  ["last_over_time", (window: Window) => promql`last_over_time(${coins}[${window}]) > 5`],
  ["min_over_time", (window: Window) => promql`min_over_time(${coins}[${window}]) > 5`],
  ["present_over_time", (window: Window) => promql`present_over_time(${coins}[${window}]) > 0`],
  ["absent_over_time", (window: Window) => promql`absent_over_time(${coins}[${window}]) > 0`],
  ["stddev_over_time", (window: Window) => promql`stddev_over_time(${coins}[${window}]) > 5`],
  ["stdvar_over_time", (window: Window) => promql`stdvar_over_time(${coins}[${window}]) > 5`],
  ["sum_over_time", (window: Window) => promql`sum_over_time(${coins}[${window}]) > 5`],
  ["quantile_over_time", (window: Window) => promql`quantile_over_time(0.9, ${coins}[${window}]) > 5`],
])("%s wants two scrapes, and no more", (name, over) => {
  expect(firing(over("1m59s"))).toEqual([expect.stringContaining(`: ${name}(till_drawer_coins[1m59s])`)]);
  expect(firing(over("2m"))).toEqual([]);
});

test("what compares samples with each other is another check's", () => {
  expect(firing(promql`delta(${coins}[1m]) > 5`)).toEqual([]);
});

test("a recording takes a sample with each evaluation of its group", () => {
  const group = ruleGroup("slow", { every: "2m" });
  // slow recording
  const sum = recording("job:till_drawer_coins:sum", coins.sum(), { group });
  const rising = (range: "3m" | "4m") => alert({ ...plainWords, expr: sum.maxOverTime(range).gt(0) });
  expect(problems({ recordings: { sum }, alerts: { Rising: rising("3m") } })).toEqual([
    expect.stringMatching(
      `max_over_time\\(job:till_drawer_coins:sum\\[3m\\]\\) holds fewer than 2 evaluations, because the recording is evaluated every 2m .*\\n  fix: use a window of at least 4m, or evaluate more often at ${at("slow recording")}`,
    ),
  ]);
  expect(problems({ recordings: { sum }, alerts: { Rising: rising("4m") } })).toEqual([]);
});

test("a subquery that is shorter holds one sample, however often it asks", () => {
  expect(firing(promql`max_over_time((${coins} * 2)[1m:1m]) > 5`)).toEqual([
    expect.stringContaining("max_over_time(…[1m:1m]) holds fewer than 2 scrapes"),
  ]);
  expect(firing(promql`max_over_time((${coins} * 2)[2m:1m]) > 5`)).toEqual([]);
});

test("a subquery that asks more often than there are samples is reported, with the step that it needs", () => {
  // asks too often
  const expr = promql`sum_over_time((${coins} * 2)[10m:15s]) > 5`;
  expect(firing(expr)).toEqual([
    `${at("asks too often")}: alert "Firing": sum_over_time(…[10m:15s]) asks every 15s, but job "shop-till" is scraped every 1m (${id})\n` +
      "  fix: use a step of at least 1m: […:1m]",
  ]);
  // Without a step as often as rules are evaluated.
  expect(firing(promql`sum_over_time((${coins} * 2)[10m:]) > 5`)).toEqual([
    expect.stringContaining("sum_over_time(…[10m:]) asks every 30s, but"),
  ]);
});

test("a window within a subquery is another at each step", () => {
  expect(firing(promql`max_over_time(deriv(${coins}[10m])[1h:15s]) > 5`)).toEqual([]);
});

test("panels are looked at too, but for Grafana's own variables", () => {
  const words = { title: "Coins", description: "In the drawer." };
  const queries = [coins.maxOverTime("$__interval"), coins.maxOverTime("1m")];
  expect(problems({ dashboards: { more: dashboardWith(timeSeries({ ...words, queries })) } })).toEqual([
    expect.stringContaining('panel "Coins": max_over_time(till_drawer_coins[1m]) holds fewer than 2 scrapes'),
  ]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "whatever the last scrape brought is what the wall shows" };
  const Firing = alert({ ...plainWords, allow, expr: coins.maxOverTime("1m").gt(5) });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});
