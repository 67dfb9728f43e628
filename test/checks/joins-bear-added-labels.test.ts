import { alert, percent, promql, recording, runs, stat } from "signalbox";
import type { Panel } from "../../generators/language/panel.ts";
import { expect, test } from "vitest";
import { resolve } from "../../generators/model/resolve.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf } from "./small-definitions.ts";
import { dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "joins-bear-added-labels";
const web = sales.shop_orders_total.where({ channel: "web" }).rate("5m").sumBy("instance");
const ofPanel = (panel: Panel) =>
  problemsOf(id, definitionsWith({ recordings: { orderRate }, dashboards: { shop: dashboardWith(panel) } }));
const asked = (query: ReturnType<typeof promql>) =>
  ofPanel(stat({ title: "Web", description: "How many.", queries: [query] }));

test("a panel in which what is recorded meets what is not is reported, with what would fit", () => {
  // mixed
  const panel = stat({ title: "Web", description: "How many.", queries: [web.div(orderRate)] });
  expect(ofPanel(panel)).toEqual([
    `${at("mixed")}: panel "Web": the right side of '/' is recorded and the other is not: with a label that is added to what is recorded, they no longer match (${id})\n` +
      "  fix: aggregate the right side to its own labels: sum by (instance) (instance:shop_orders:rate5m)",
  ]);
});

test.each([
  ["an or within a division", promql`(${web} or ${orderRate} * 0) / (${orderRate} > 0)`, 2],
  ["a mean of what is recorded", promql`avg_over_time(${orderRate}[5m]) - ${web}`, 1],
  ["or on (…), whose series are of both sides", promql`${web} or on (instance) ${orderRate}`, 1],
  ["a topk, which keeps the labels", promql`topk(3, ${orderRate}) / ${web}`, 1],
  ["both sides recorded", promql`${orderRate} / ${orderRate}`, 0],
  ["an aggregation", promql`${web} / sum by (instance) (${orderRate})`, 0],
  ["on (…), which says what is compared", promql`${web} / on (instance) ${orderRate}`, 0],
  ["a number", promql`${orderRate} / 2`, 0],
] as const)("%s", (_, query, count) => {
  expect(asked(query)).toHaveLength(count);
});

test("in a rule, what is recorded is aggregated to its own labels before it is deployed", () => {
  const Firing = alert({ ...plainWords, expr: promql`${web} / ${orderRate} > 0.5` });
  expect(problemsOf(id, definitionsWith({ recordings: { orderRate }, alerts: { Firing } }))).toEqual([]);
  expect(deployed(definitionsWith({ recordings: { orderRate }, alerts: { Firing } }))).toContain(
    "/ sum by (instance) (instance:shop_orders:rate5m) > 0.5",
  );
});

test("a rule stays as it is written where that is allowed with a reason", () => {
  const share = recording("instance:shop_web:ratio", web.div(orderRate), {
    help: "The share of the web.",
    example: { given: [runs(sales.shop_orders_total.where({ channel: "web" }), 3)], expect: percent(100) },
    allow: { [id]: "nobody adds labels here" },
  });
  const definitions = definitionsWith({ recordings: { orderRate, share } });
  expect(problemsOf(id, definitions)).toEqual([]);
  expect(deployed(definitions)).not.toContain("sum by (instance) (instance:shop_orders:rate5m)");
});

function deployed(definitions: Parameters<typeof resolve>[0]): string {
  const { recordings, alerts } = resolve(definitions).model;
  return [...recordings, ...alerts].map((rule) => rule.deployed.expr).join("\n");
}
