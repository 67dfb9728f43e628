import { alert, metrics, gauge, timeSeries, slo } from "signalbox";
import { expect, test } from "vitest";
import { namesInTextsExist } from "../../generators/checks/texts/names-in-texts-exist.ts";
import { model } from "../example-model.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { smallRunbook } from "./names-in-texts-runbook.ts";
import { api, dashboardWith, orderPanel, orderRate, plainWords } from "./small-shop.ts";
import { plainSlo } from "./small-slo.ts";

const at = markedPlaces(import.meta.url);
const id = "names-in-texts-exist";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const fix = `  fix: correct the name, or suppress it with a reason: allow: { "${id}": "…" }`;

test("an action, an impact and a description that name what is gone", () => {
  // the alert
  const ManyOrders = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    description: "NoOrders fires when there are none.",
    impact: "What the panel Ordres shows.",
    actions: [
      "Open the dashboard Shop pipeline.",
      "Read the runbook Queue is stuck.",
      "See FewOrder.",
      "See Odrers.",
    ],
  });
  const start = `${at("the alert")}:`;
  const of = 'of alert "ManyOrders" names';
  expect(problems({ alerts: { ManyOrders } })).toEqual([
    `${start} action 1 ${of} the dashboard "Shop pipeline", which does not exist (${id})\n${fix}`,
    `${start} action 2 ${of} the runbook "Queue", which does not exist (${id})\n${fix}`,
    `${start} action 3 ${of} the alert "FewOrder", which does not exist (did you mean 'FewOrders'?) (${id})\n${fix}`,
    `${start} action 4 ${of} "Odrers", which does not exist (did you mean 'Orders'?) (${id})\n${fix}`,
    `${start} description ${of} the alert "NoOrders", which does not exist (${id})\n${fix}`,
    `${start} impact ${of} the panel "Ordres", which does not exist (did you mean 'Orders'?) (${id})\n${fix}`,
  ]);
});

test("panels, metrics and runbooks are read too", () => {
  // the panel
  const panel = timeSeries({
    ...orderPanel,
    title: "More",
    description: "As the panel Refunds.",
    queries: [orderRate],
  });
  // the metric
  const shop_queue = gauge({ help: "What StockEmpty fires on.", unit: "orders" });
  const parts = {
    dashboards: { more: dashboardWith(panel) },
    metrics: { more: metrics(api, { shop_queue }) },
  };
  expect(problems({ ...parts, runbooks: { smallRunbook } }).map((text) => text.split(", which")[0])).toEqual([
    `${at("the panel")}: description of panel "More" names the panel "Refunds"`,
    `${at("the metric")}: help of metric "shop_queue" names the alert "StockEmpty"`,
    `test/checks/names-in-texts-runbook.ts:5: cause 1 of runbook "Nobody orders" names the alert "StockEmpty"`,
  ]);
});

test("a panel of a dashboard that does not have it", () => {
  const actions = ["The panel Orders of More of the shop says where."] as const;
  // the wrong dashboard
  const ManyOrders = alert({ ...plainWords, expr: orderRate.gt(5), actions });
  const more = dashboardWith(timeSeries({ title: "Rate", description: "Orders.", queries: [orderRate] }));
  expect(problems({ alerts: { ManyOrders }, dashboards: { more } })).toEqual([
    `${at("the wrong dashboard")}: action 1 of alert "ManyOrders" names the panel "Orders" of "More of the shop", which has no such panel (${id})\n` +
      `  fix: name "Shop overview", which does, or suppress it with a reason: allow: { "${id}": "…" }`,
  ]);
});

test("what exists is fine, and so is what an SLO brings", () => {
  const ManyOrders = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    description: "More than usual; FewOrders is the other end.",
    actions: [
      "The panel Orders of Shop overview says since when, the dashboard Shop overview the rest.",
      "See FewOrders, OrdersBurnsFast and the panel Budget left.",
    ],
  });
  const orders = slo("orders", { ...plainSlo });
  expect(problems({ alerts: { ManyOrders }, slos: { orders } })).toEqual([]);
});

test("it can be kept with a reason", () => {
  const allow = { [id]: "the alert of the other team's project" };
  const ManyOrders = alert({
    ...plainWords,
    allow,
    expr: orderRate.gt(5),
    actions: ["StockEmpty fires too."],
  });
  expect(problems({ alerts: { ManyOrders } })).toEqual([]);
});

test("of the example nothing is found, until something that they name is gone", () => {
  const messages = (changed: typeof model) =>
    [...namesInTextsExist.find(changed)].map(({ message }) => message);
  expect(messages(model)).toEqual([]);
  const gone = model.alerts.filter(({ name }) => name !== "TicketShopSlow");
  expect(messages({ ...model, alerts: gone })).toContainEqual(
    expect.stringContaining('names the alert "TicketShopSlow"'),
  );
  const empty = model.dashboards.map((dashboard) => ({
    ...dashboard,
    rows: dashboard.rows.map((row) => ({
      ...row,
      panels: row.panels.filter(({ title }) => title !== "Parts"),
    })),
  }));
  const found = messages({ ...model, dashboards: empty }).filter((text) => text.includes("Parts"));
  expect(found).toHaveLength(2);
});
