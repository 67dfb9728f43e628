import {
  alert,
  dashboard,
  firingAlerts,
  linkedAlerts,
  row,
  table,
  timeSeries,
  type Dashboard,
} from "signalbox";
import { expect, test } from "vitest";
import type { PanelOf } from "../../generators/language/panel.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { low } from "./small-platform.ts";
import { FewOrders, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "active-alerts-link-to-their-dashboard";
// The guard of its job, which fires when nothing can be said of it, leads where it leads.
const linking = ["FewOrders", "ShopApiBlindCritical"];
const orders = sales.shop_orders_total;

const ManyOrders = alert({
  ...plainWords,
  severity: low,
  component: "stock",
  expr: orders.rate("5m").gt(5),
});

/** Draws the threshold of one of the alerts, so that its notification links here. */
function drawing(uid: string, drawn: typeof FewOrders, ...tables: readonly PanelOf<"table">[]): Dashboard {
  const queries = drawn === FewOrders ? [orderRate] : [orders.rate("5m")];
  return dashboard(uid, {
    title: uid,
    description: "For a test.",
    folder: "Shop",
    last: "6h",
    rows: [
      row("More", [
        timeSeries({ title: `Rate of ${uid}`, description: "For a test.", queries, thresholds: [drawn] }),
        ...tables,
      ]),
    ],
  });
}

function active(query: PanelOf<"table">["queries"][number], allow = {}) {
  // table
  return table({
    title: "Active",
    description: "For a test.",
    queries: [query],
    columns: { alertname: "Alert" },
    allow,
  });
}

function withTable(panel: PanelOf<"table">): Parts {
  return {
    alerts: { FewOrders, ManyOrders },
    dashboards: { few: drawing("few", FewOrders, panel), many: drawing("many", ManyOrders) },
  };
}
const problems = (panel: PanelOf<"table">) => problemsOf(id, definitionsWith(withTable(panel)));

test("alerts that link to the dashboard and are not shown are reported, and those that link elsewhere and are", () => {
  const panel = active(firingAlerts.where({ alertstate: "firing", component: "stock" }));
  const reason = `or say why it is right: allow: { "${id}": "…" }`;
  expect(problems(panel)).toEqual([
    `${at("table")}: panel "Active" hides FewOrders and ShopApiBlindCritical, which link to its dashboard (${id})\n` +
      `  fix: show those that link here: queries: [linkedAlerts()], ${reason}`,
    `${at("table")}: panel "Active" shows ManyOrders, which links to another dashboard (${id})\n` +
      `  fix: show those that link here, with queries: [linkedAlerts()], or all of their service, ${reason}`,
  ]);
});

test("those that link here are what the build works out", () => {
  const definitions = definitionsWith(withTable(active(linkedAlerts())));
  expect(problemsOf(id, definitions)).toEqual([]);
  const few = resolve(definitions).model.dashboards.find(({ uid }) => uid === "few");
  const asked = few?.rows[0]?.panels.find(({ title }) => title === "Active")?.queries[0];
  expect(asked?.expr).toBe('ALERTS{alertstate="firing", alertname=~"FewOrders|ShopApiBlindCritical"}');
});

test("all alerts of a service, or all there are, are no wrong part of them", () => {
  expect(problems(active(firingAlerts.where({ alertstate: "firing", service: "shop" })))).toEqual([]);
  expect(problems(active(firingAlerts.where({ alertstate: "firing" })))).toEqual([]);
});

test("the right ones, one by one, are right, and so is what waits or is allowed", () => {
  expect(problems(active(firingAlerts.where({ alertstate: "firing", alertname: linking })))).toEqual([]);
  expect(problems(active(firingAlerts.where({ alertstate: "pending", component: "stock" })))).toEqual([]);
  const chosen = firingAlerts.where({ alertstate: "firing", severity: "critical" });
  expect(problems(active(chosen))).toEqual([]);
  const others = firingAlerts.where({ alertstate: "firing", severity: "low" });
  expect(problems(active(others))).toHaveLength(2);
  expect(problems(active(others, { [id]: "beside a list of all" }))).toEqual([]);
});

test("a list of those that link here is reported where none does", () => {
  const lonely = dashboard("lonely", {
    title: "Lonely",
    description: "For a test.",
    folder: "Shop",
    last: "6h",
    rows: [row("More", [active(linkedAlerts())])],
  });
  expect(problemsOf(id, definitionsWith({ dashboards: { lonely } }))).toEqual([
    expect.stringContaining('panel "Active" has the alerts that link to dashboard "Lonely", and none does'),
  ]);
});
