import {
  barGauge,
  gauge,
  heatmap,
  histogram,
  metrics,
  promql,
  stat,
  table,
  text,
  timeSeries,
} from "signalbox";
import { describe, expect, test } from "vitest";
import type { Panel } from "../../generators/language/panel.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { api, dashboardWith, orderRate } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "panels-have-one-unit";
const fix = '  fix: convert with .in("…"), give it a unit with .as("…"), or make two panels of it';
const words = { title: "Stock", description: "For a test." };

const stock = metrics(api, {
  shop_disk_bytes: gauge({ help: "Space in use.", unit: "bytes" }),
  shop_memory_mebibytes: gauge({ help: "Memory in use.", unit: "mebibytes" }),
  shop_full: gauge({ help: "How full it is.", unit: "ratio" }),
  shop_items: gauge({ help: "Items.", unit: "items" }),
  shop_wait_seconds: histogram({ help: "Waiting.", unit: "seconds", buckets: [1, 5] }),
});
const { shop_disk_bytes: disk, shop_memory_mebibytes: memory, shop_full: full, shop_items: items } = stock;

function problems(panel: Panel): string[] {
  return problemsOf(id, definitionsWith({ metrics: { stock }, dashboards: { more: dashboardWith(panel) } }));
}

describe("it is reported", () => {
  test("when the queries are in several units", () => {
    // mixed
    const panel = timeSeries({ ...words, queries: [disk, memory, orderRate] });
    expect(problems(panel)).toEqual([
      `${at("mixed")}: panel "Stock" has no single unit: its queries are in bytes and mebibytes and orders/s (${id})\n${fix}`,
    ]);
  });
  test("also when the panel says one of them", () => {
    expect(problems(stat({ ...words, unit: "bytes", queries: [disk, items] }))).toEqual([
      expect.stringContaining("its queries are in bytes and items"),
    ]);
  });
  test("when the panel says a unit that would need a conversion", () => {
    // as percent
    const panel = barGauge({ ...words, unit: "percent", queries: [full] });
    expect(problems(panel)).toEqual([
      `${at("as percent")}: panel "Stock" has no single unit: it shows percent, but its queries are in ratio (${id})\n${fix}`,
    ]);
    expect(problems(stat({ ...words, unit: "bytes", queries: [items] }))).toHaveLength(1);
  });
  test("when the unit is unknown", () => {
    // of nothing
    const panel = timeSeries({ ...words, queries: [promql`vector(1)`] });
    expect(problems(panel)).toEqual([
      `${at("of nothing")}: panel "Stock" has no single unit: its unit cannot be worked out (${id})\n${fix}`,
    ]);
  });
});

describe("it is fine", () => {
  const wait = stock.shop_wait_seconds;
  test.each([
    ["when all queries are in one unit", timeSeries({ ...words, queries: [disk, disk.avg()] })],
    ["when they were converted", timeSeries({ ...words, queries: [disk, memory.in("bytes")] })],
    [
      "when the panel says what the text does not",
      stat({ ...words, unit: "items", queries: [promql`vector(1)`] }),
    ],
    [
      "when a query without a unit goes with the others",
      stat({ ...words, queries: [disk, promql`vector(1)`] }),
    ],
    [
      "when the panel has a better word for a plain number",
      stat({ ...words, unit: "boxes", queries: [items] }),
    ],
    ["when the unit follows from the text", stat({ ...words, queries: [promql`max(${disk})`] })],
    [
      "in a table, whose columns have no axis",
      table({ ...words, columns: { job: "Job" }, queries: [disk, items] }),
    ],
    ["in a text", text({ ...words, markdown: "Hello" })],
    [
      "in a heatmap, whose axis is what was observed",
      heatmap({ ...words, queries: [wait.bucket.rate("5m").sumBy("le").asVector()] }),
    ],
    ["when a query is wrong itself", stat({ ...words, queries: [promql`nothing`] })],
  ])("%s", (_, panel) => {
    expect(problems(panel)).toEqual([]);
  });
});

test("it can be allowed with a reason", () => {
  const allow = { [id]: "both are read as a share of the whole" };
  expect(problems(timeSeries({ ...words, allow, queries: [disk, items] }))).toEqual([]);
});
