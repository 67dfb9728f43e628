import { alert, gauge, metrics, promql, ruleGroup, scrapeJob, stat } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { dashboardWith, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "instant-reads-find-a-sample";

const jobEvery = <Every extends "10m" | "5m" | "4m59s">(every: Every) =>
  // rare job
  scrapeJob("shop-stock", {
    labels: { service: "shop" },
    description: "Counts the stock.",
    targets: ["localhost:8082"],
    every,
  });
const rare = jobEvery("10m");
const stock = metrics(rare, { shop_stock_items: gauge({ help: "What is in stock.", unit: "items" }) });
const { shop_stock_items: items } = stock;
const problems = (parts: Parts) =>
  problemsOf(id, definitionsWith({ jobs: { rare }, metrics: { stock }, ...parts }));
const words = { ...plainWords, for: "15m" } as const;
const firing = (expr: ReturnType<typeof promql>) =>
  problems({ alerts: { Firing: alert({ ...words, expr }) } });

test("an alert on what is scraped every 10 minutes is reported, with the window that it needs", () => {
  // read at the moment
  const Firing = alert({ ...words, expr: items.gt(5) });
  expect(problems({ alerts: { Firing } })).toEqual([
    `${at("read at the moment")}: alert "Firing": shop_stock_items is read at the moment, but job "shop-stock" is scraped every 10m, and after 5m Prometheus takes a sample for gone (${id})\n` +
      `  fix: read it with .lastOverTime("25m"), or scrape more often at ${at("rare job")}`,
  ]);
});

test("a window finds its sample", () => {
  const Firing = alert({ ...words, expr: items.lastOverTime("25m").gt(5) });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});

test.each([
  ["5m", 1],
  ["4m59s", 0],
] as const)("scraped every %s: %s problem", (every, count) => {
  const job = jobEvery(every);
  const other = metrics(job, { shop_stock_items: gauge({ help: "What is in stock.", unit: "items" }) });
  const Firing = alert({ ...words, expr: other.shop_stock_items.gt(5) });
  const parts = { jobs: { rare: job }, metrics: { stock: other }, alerts: { Firing } };
  expect(problemsOf(id, definitionsWith(parts))).toHaveLength(count);
});

test.each([
  ["an offset", promql`${items} offset 1h > 5`],
  ["a subquery", promql`max_over_time((${items} * 2)[1h:10m]) > 5`],
  ["absent()", promql`absent(${items})`],
])("%s does not make it found", (_, expr) => {
  expect(firing(expr)).toHaveLength(1);
});

test("a metric that is read twice is reported once", () => {
  expect(firing(promql`${items} > 5 and ${items} < 9`)).toHaveLength(1);
});

test("a panel shows gaps", () => {
  const shown = stat({ title: "Stock", description: "What is left.", queries: [items] });
  expect(problems({ dashboards: { more: dashboardWith(shown) } })).toEqual([
    expect.stringContaining('panel "Stock": shop_stock_items is read at the moment'),
  ]);
});

test("a recording is as rare as its group is evaluated", () => {
  const group = ruleGroup("slow", { every: "6m" });
  // slow recording
  const most = recording("job:shop_stock_items:max", items.maxOverTime("25m").max(), { group });
  const low = recording("job:shop_stock_items:half", most.div(2), { group });
  const Firing = alert({ ...words, expr: most.gt(5) });
  expect(problems({ recordings: { most }, alerts: { Firing } })).toEqual([
    expect.stringMatching(
      `job:shop_stock_items:max is read at the moment, but the recording is evaluated every 6m, .*\\n  fix: read it with .lastOverTime\\("15m"\\), or evaluate more often at ${at("slow recording")}`,
    ),
  ]);
  // What is recorded in the same moment is there.
  expect(problems({ recordings: { most, low } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "the wall shows whether it was counted in the last minutes" };
  const Firing = alert({ ...words, allow, expr: items.gt(5) });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});
