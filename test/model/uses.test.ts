import { expect, test } from "vitest";
import {
  alert,
  annotation,
  dashboard,
  gauge,
  metrics,
  question,
  row,
  runbook,
  timeSeries,
  variable,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { usesIn } from "../../generators/model/uses.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import {
  api,
  dashboardWith,
  FewOrders,
  orderPanel,
  orderRate,
  plainWords,
  sales,
} from "../checks/small-shop.ts";

const stock = metrics(api, {
  shop_stock_items: gauge({ help: "Items in stock.", unit: "items" }),
  shop_debug_items: gauge({ help: "Items.", unit: "items", unused: "looked at by hand" }),
});
const items = stock.shop_stock_items;
const doubled = recording("instance:shop_orders:rate5m_doubled", orderRate.mul(2));
const stockPanel = timeSeries({ title: "Stock", description: "What is left.", queries: [items] });
const marked = dashboard("shop-marked", {
  title: "Marked",
  description: "For a test.",
  folder: "Shop",
  last: "6h",
  variables: [variable("channel", { title: "Channel", of: sales.shop_orders_total, label: "channel" })],
  annotations: [annotation("Empty", { expr: items.eq(0), color: "red", text: "Empty" })],
  rows: [row("Sales", [])],
});
const soldOut = runbook({
  title: "Sold out",
  pattern: "Nobody buys.",
  questions: [question(orderRate, { asks: "Does anybody buy?", means: "0: nobody." })],
  causes: ["An empty stock."],
  actions: ["Fill it."],
  alerts: [FewOrders],
});
const more = dashboardWith(stockPanel, orderPanel, { ...stockPanel, title: "Stock again" });
const { model } = resolve(
  definitionsWith({
    metrics: { stock },
    recordings: { doubled },
    alerts: { ManyOrders: alert({ ...plainWords, expr: doubled.gt(5) }) },
    dashboards: { more, marked },
    runbooks: { soldOut },
  }),
);
const usesOf = usesIn(model);
const names = (key: string) => {
  const { alerts, recordings, panels, runbooks, marks, choices } = usesOf(key);
  return {
    alerts: alerts.map(({ name }) => name),
    recordings: recordings.map(({ name }) => name),
    panels: panels.map(({ dashboard: { uid }, panels: shown }) => [uid, ...shown.map(({ title }) => title)]),
    runbooks: runbooks.map(({ title }) => title),
    marks: marks.map(({ uid }) => uid),
    choices: choices.map(({ uid }) => uid),
  };
};
const nobody = { alerts: [], recordings: [], panels: [], runbooks: [], marks: [], choices: [] };

test("a metric: what reads it through recordings too, and the dashboards that offer its labels", () => {
  expect(names("shop_orders_total of job shop-api")).toEqual({
    alerts: ["FewOrders", "ManyOrders", "ShopApiBlindCritical"],
    recordings: ["instance:shop_orders:rate5m", "instance:shop_orders:rate5m_doubled"],
    panels: [
      ["shop-overview", "Orders"],
      ["shop-more", "Orders"],
    ],
    runbooks: ["Sold out"],
    marks: [],
    choices: ["shop-marked"],
  });
});

test("a recording: what reads it, but not itself", () => {
  expect(names("instance:shop_orders:rate5m")).toMatchObject({
    alerts: ["FewOrders", "ManyOrders"],
    recordings: ["instance:shop_orders:rate5m_doubled"],
  });
  expect(names("instance:shop_orders:rate5m_doubled")).toEqual({ ...nobody, alerts: ["ManyOrders"] });
});

test("panels by their dashboard, and marks", () => {
  expect(names("shop_stock_items of job shop-api")).toEqual({
    ...nobody,
    panels: [["shop-more", "Stock", "Stock again"]],
    marks: ["shop-marked"],
  });
});

test("nobody, and what is not there", () => {
  expect(names("shop_debug_items of job shop-api")).toEqual(nobody);
  expect(names("shop_stock_items")).toEqual(nobody);
});
