import {
  alert,
  annotation,
  dashboard,
  gauge,
  histogram,
  metrics,
  question,
  row,
  runbook,
  scrapeJob,
  timeSeries,
  variable,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { describe, expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { runbookWords } from "./small-runbook.ts";
import { api, dashboardWith, plainWords } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "metrics-are-used";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const fix = '  fix: use it, or give the reason why it is scraped: unused: "…"';

const stock = metrics(api, {
  // unused
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
});
const items = stock.shop_stock_items;
const words = { title: "Stock", description: "What is left." };
const board = { title: "More", description: "For a test.", folder: "Shop", last: "6h" } as const;

test("a metric that nothing uses is reported", () => {
  expect(problems({ metrics: { stock } })).toEqual([
    `${at("unused")}: metric "shop_stock_items" is scraped, but no rule, no panel and no runbook uses it (${id})\n${fix}`,
  ]);
});

const itemsPerInstance = recording("instance:shop_stock_items:sum", items.sumBy("instance"));
const allItems = recording("job:shop_stock_items:sum", itemsPerInstance.sum());

test("a metric is reported that only unused recordings read", () => {
  expect(problems({ metrics: { stock }, recordings: { itemsPerInstance, allItems } })).toEqual([
    `${at("unused")}: metric "shop_stock_items" is scraped, but only instance:shop_stock_items:sum and job:shop_stock_items:sum use it, which no rule, no panel and no runbook needs (${id})\n` +
      '  fix: use what is recorded of it, or give the reason why it is scraped: unused: "…"',
  ]);
});

test.each([
  ["an alert", { alerts: { Firing: alert({ ...plainWords, expr: items.lt(5) }) } }],
  [
    "a recording that a panel shows",
    {
      recordings: { itemsPerInstance },
      dashboards: { more: dashboardWith(timeSeries({ ...words, queries: [itemsPerInstance] })) },
    },
  ],
  [
    "a recording of that recording",
    {
      recordings: { itemsPerInstance, allItems },
      alerts: { Firing: alert({ ...plainWords, expr: allItems.lt(5) }) },
    },
  ],
  [
    "a recording whose labels a dashboard offers",
    {
      recordings: { itemsPerInstance },
      dashboards: {
        more: dashboard("shop-more", {
          ...board,
          variables: [variable("instance", { title: "Instance", of: itemsPerInstance, label: "instance" })],
          rows: [row("Nothing", [])],
        }),
      },
    },
  ],
  [
    "a recording that is kept with a reason",
    {
      recordings: {
        kept: recording("instance:shop_stock_items:sum", items.sumBy("instance"), {
          allow: { "recordings-are-used": "the yearly report reads it" },
        }),
      },
    },
  ],
  ["a panel", { dashboards: { more: dashboardWith(timeSeries({ ...words, queries: [items] })) } }],
  [
    "a runbook",
    {
      runbooks: {
        one: runbook({
          ...runbookWords,
          questions: [question(items, { asks: "Is any left?", means: "0: none." })],
        }),
      },
    },
  ],
  [
    "an annotation",
    {
      dashboards: {
        more: dashboard("shop-more", {
          ...board,
          annotations: [annotation("Empty", { expr: items.eq(0), color: "red", text: "Empty" })],
          rows: [row("Nothing", [])],
        }),
      },
    },
  ],
] satisfies [string, Parts][])("%s uses it", (_, parts) => {
  expect(problems({ metrics: { stock }, ...parts })).toEqual([]);
});

test("one series of a histogram uses it", () => {
  const speed = metrics(api, {
    shop_request_seconds: histogram({ help: "Time of a request.", unit: "seconds", buckets: [0.1, 1] }),
  });
  const asked = [speed.shop_request_seconds.count.rate("5m")];
  const more = dashboardWith(timeSeries({ ...words, queries: asked }));
  expect(problems({ metrics: { speed }, dashboards: { more } })).toEqual([]);
});

test("the same name of another job is not used by it", () => {
  const till = scrapeJob("shop-till", { description: "The till.", targets: ["localhost:8082"] });
  // at the till
  const shop_stock_items = gauge({ help: "Items at the till.", unit: "items" });
  const tillStock = metrics(till, { shop_stock_items });
  const more = dashboardWith(timeSeries({ ...words, queries: [items] }));
  const parts = { jobs: { till }, metrics: { stock, tillStock }, dashboards: { more } };
  expect(problems(parts).map((text) => text.split(": ")[0])).toEqual([at("at the till")]);
});

test("one that says why it is kept needs no use, and one that is used needs no reason", () => {
  const kept = metrics(api, {
    // kept
    shop_debug_items: gauge({ help: "Items.", unit: "items", unused: "looked at by hand" }),
  });
  expect(problems({ metrics: { kept } })).toEqual([]);
  const more = dashboardWith(timeSeries({ ...words, queries: [kept.shop_debug_items] }));
  expect(problems({ metrics: { kept }, dashboards: { more } })).toEqual([
    `${at("kept")}: metric "shop_debug_items" says why it is kept unused ("looked at by hand"), but it is used (${id})\n` +
      "  fix: remove `unused`",
  ]);
});

test("an empty reason is none", () => {
  const kept = metrics(api, { shop_debug_items: gauge({ help: "Items.", unit: "items", unused: " " }) });
  expect(problems({ metrics: { kept } })).toHaveLength(1);
});

test("it can be allowed with a reason, where it finds something", () => {
  const allow = { [id]: "a panel of the next version uses it" };
  const next = metrics(api, { shop_next_items: gauge({ help: "Items.", unit: "items", allow }) });
  expect(problems({ metrics: { next } })).toEqual([]);
  const more = dashboardWith(timeSeries({ ...words, queries: [next.shop_next_items] }));
  expect(problems({ metrics: { next }, dashboards: { more } })).toEqual([
    expect.stringContaining(`"${id}" is suppressed here, but it finds nothing`),
  ]);
});

describe("a group says once why its metrics are kept", () => {
  const group = (unused: string) => {
    const all = { shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }) };
    return metrics(api, all, { unused });
  };
  test("those that nothing uses are no problem", () => {
    expect(problems({ metrics: { stock: group("the stock may come up for sale") } })).toEqual([]);
  });
  test("nor are those that something uses, so whoever uses one edits no reason", () => {
    const kept = group("the stock may come up for sale");
    const shown = dashboardWith(timeSeries({ ...words, queries: [kept.shop_stock_items] }));
    expect(problems({ metrics: { kept }, dashboards: { shown } })).toEqual([]);
  });
  test("no reason is none", () => {
    expect(problems({ metrics: { stock: group(" ") } })[0]).toContain("is scraped, but no rule");
  });
});
