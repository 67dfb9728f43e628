import { dashboard, row, timeSeries, type Dashboard } from "signalbox";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { shownPanels, dashboardsOfAlert } from "../../generators/model/alert-relations.ts";
import { definitionsWith } from "../checks/small-definitions.ts";
import { FewOrders, orderRate, sales } from "../checks/small-shop.ts";

const words = { description: "Orders.", folder: "Shop", last: "6h" } as const;
const dashboardOf = (uid: string, panel: Parameters<typeof timeSeries>[0]) =>
  dashboard(uid, { title: uid, ...words, rows: [row("Sales", [timeSeries(panel)])] });

/** The dashboards of FewOrders, in the order in which they are offered, and the one that its notification links. */
function offered(...dashboards: readonly Dashboard[]) {
  const named = Object.fromEntries(dashboards.map((one, index) => [`board${index}`, one]));
  const { model } = resolve(definitionsWith({ dashboards: { overview: undefined, ...named } }));
  const alert = model.alerts.find(({ name }) => name === "FewOrders");
  if (!alert) throw new Error("there is no such alert");
  return {
    uids: dashboardsOfAlert(alert, shownPanels(model), model).map(({ uid }) => uid),
    linked: alert.annotations["dashboard_url"]?.replace(/^.*\/d\//, ""),
  };
}

const shows = { title: "Orders", description: "Orders per second.", queries: [orderRate] };
const mentions = {
  title: "Of the orders",
  description: "By channel.",
  queries: [sales.shop_orders_total.rate("5m")],
};
const other = { title: "Up", description: "Nothing of orders.", queries: [] };

test("the one that draws the alert's threshold comes before those that only show its metric", () => {
  const draws = dashboardOf("b-draws", { ...shows, thresholds: [FewOrders] });
  expect(offered(dashboardOf("a-mentions", mentions), draws)).toEqual({
    uids: ["b-draws", "a-mentions"],
    linked: "b-draws",
  });
});

test("where none draws it, they stay in the order of the model", () => {
  expect(offered(dashboardOf("b", shows), dashboardOf("a", mentions))).toEqual({
    uids: ["b", "a"],
    linked: "b",
  });
});

test("one that shows nothing of the alert is none of them", () => {
  expect(offered(dashboardOf("a", shows), dashboardOf("b", other)).uids).toEqual(["a"]);
});

test("of those that draw it, the one that shows the most of it comes first", () => {
  const overview = dashboardOf("a-overview", { ...shows, thresholds: [FewOrders] });
  const deeper = dashboard("b-deeper", {
    title: "Deeper",
    ...words,
    rows: [row("Sales", [timeSeries({ ...shows, thresholds: [FewOrders] }), timeSeries(mentions)])],
  });
  expect(offered(overview, deeper)).toEqual({ uids: ["b-deeper", "a-overview"], linked: "b-deeper" });
});

test("a panel that draws an alert names it, and holds no second model of it", () => {
  const draws = dashboardOf("draws", { ...shows, thresholds: [FewOrders] });
  const { model } = resolve(definitionsWith({ dashboards: { overview: undefined, draws } }));
  const drawn = model.dashboards
    .flatMap(({ rows }) => rows.flatMap(({ panels }) => panels))
    .flatMap(({ alerts }) => alerts);
  expect(drawn.map((one) => Object.keys(one))).toEqual([["name", "severity", "threshold"]]);
});
