import { alert, everyJob, gauge, metrics, scrapeJob, slo, timeSeries, vector } from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { api, dashboardWith, plainWords, sales } from "./small-shop.ts";
import { longQueue, plainSlo, shopGauges } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const problems = (parts: Parts) => problemsOf("alerts-have-a-panel", definitionsWith(parts));

const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
  shop_stock_value: gauge({ help: "What they are worth.", unit: "euros" }),
});
const words = { title: "Stock", description: "What is left." };

test("an alert whose metrics no panel shows is reported, all of them by name and job", () => {
  // not seen
  const LittleStock = alert({
    ...plainWords,
    expr: stock.shop_stock_value.lt(100).or(stock.shop_stock_items.lt(5)),
  });
  expect(problems({ metrics: { stock }, alerts: { LittleStock } })).toEqual([
    `${at("not seen")}: no panel shows what alert "LittleStock" is about: shop_stock_items of job shop-api, shop_stock_value of job shop-api (alerts-have-a-panel)\n` +
      "  fix: add a panel with one of these metrics to a dashboard of its service",
  ]);
});

test("one panel with one of its metrics is enough", () => {
  const LittleStock = alert({
    ...plainWords,
    expr: stock.shop_stock_value.lt(100).or(stock.shop_stock_items.lt(5)),
  });
  const more = dashboardWith(timeSeries({ ...words, queries: [stock.shop_stock_items] }));
  expect(problems({ metrics: { stock }, alerts: { LittleStock }, dashboards: { more } })).toEqual([]);
});

test("the dashboard of the SLOs shows what their own alerts are about, and no other alert's", () => {
  const queue = slo("short-queue", { ...plainSlo, indicator: longQueue });
  // only on the dashboard of the SLOs
  const LongQueue = alert({ ...plainWords, expr: shopGauges.shop_queue.gt(50) });
  const parts = { metrics: { shopGauges }, slos: { queue } };
  expect(problems(parts)).toEqual([]);
  expect(problems({ ...parts, alerts: { LongQueue } })).toEqual([
    `${at("only on the dashboard of the SLOs")}: no panel shows what alert "LongQueue" is about: shop_queue of job shop-api (alerts-have-a-panel)\n` +
      "  fix: add a panel with one of these metrics to a dashboard of its service",
  ]);
});

test("recordings are looked through on both sides", () => {
  const itemsPerInstance = recording(
    "instance:shop_stock_items:sum",
    stock.shop_stock_items.sumBy("instance"),
  );
  const LittleStock = alert({ ...plainWords, expr: itemsPerInstance.lt(5) });
  const NoOrders = alert({ ...plainWords, expr: sales.shop_orders_total.increase("1h").lt(1) });
  const more = dashboardWith(timeSeries({ ...words, queries: [stock.shop_stock_items] }));
  const parts = { metrics: { stock }, recordings: { itemsPerInstance }, alerts: { LittleStock, NoOrders } };
  expect(problems({ ...parts, dashboards: { more } })).toEqual([]);
});

test("the same name of another job is another metric", () => {
  const till = scrapeJob("shop-till", {
    description: "The till.",
    targets: ["localhost:8082"],
    labels: { service: "shop" },
  });
  const jobs = { till };
  const Down = alert({ ...plainWords, expr: api.up.eq(0) });
  const panelOf = (up: typeof everyJob.up) => dashboardWith(timeSeries({ ...words, queries: [up] }));
  const other = panelOf(everyJob.up.where({ job: "shop-till" }));
  expect(problems({ jobs, alerts: { Down }, dashboards: { other } })).toHaveLength(1);
  const all = panelOf(everyJob.up);
  expect(problems({ jobs, alerts: { Down }, dashboards: { all } })).toEqual([]);
});

test("what an alert is divided by does not show it, nor does a line at its threshold on another metric", () => {
  // a share
  const LittlePerValue = alert({
    ...plainWords,
    expr: stock.shop_stock_items.div(stock.shop_stock_value).lt(5),
  });
  const thresholds = [LittlePerValue];
  const more = dashboardWith(timeSeries({ ...words, queries: [stock.shop_stock_value], thresholds }));
  const parts = { metrics: { stock }, alerts: { LittlePerValue } };
  expect(problems({ ...parts, dashboards: { more } })).toEqual([
    expect.stringContaining(
      `${at("a share")}: no panel shows what alert "LittlePerValue" is about: shop_stock_items of job shop-api (`,
    ),
  ]);
  const itself = dashboardWith(timeSeries({ ...words, queries: [stock.shop_stock_items] }));
  expect(problems({ ...parts, dashboards: { itself } })).toEqual([]);
});

test("an alert that asks for no metric needs no panel", () => {
  const Watchdog = alert({ ...plainWords, expr: vector(1).gt(0) });
  expect(problems({ alerts: { Watchdog } })).toEqual([]);
});

test("without any dashboard nobody misses a panel; that of the SLOs alone is none that somebody made", () => {
  const none = { dashboards: { overview: undefined } };
  expect(problems(none)).toEqual([]);
  const queue = slo("short-queue", { ...plainSlo, indicator: longQueue });
  expect(problems({ ...none, metrics: { shopGauges }, slos: { queue } })).toEqual([]);
});

test("it can be allowed with a reason", () => {
  const allow = { "alerts-have-a-panel": "the old dashboard shows it until it is moved" };
  const LittleStock = alert({ ...plainWords, allow, expr: stock.shop_stock_items.lt(5) });
  expect(problems({ metrics: { stock }, alerts: { LittleStock } })).toEqual([]);
});
