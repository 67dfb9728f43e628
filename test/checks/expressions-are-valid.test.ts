import {
  alert,
  annotation,
  dashboard,
  firingAlerts,
  gauge,
  metrics,
  promql,
  query,
  question,
  row,
  runbook,
  runs,
  stat,
  timeSeries,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { runbookWords } from "./small-runbook.ts";
import { api, dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "expressions-are-valid";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const fix = "  fix: write shop_orders_total, if that is what you mean";
const words = { title: "Orders again", description: "For a test." };

test("an alert's mistake is reported at its text, with the piece that is meant", () => {
  const Firing = alert({
    ...plainWords,
    // unknown metric
    expr: promql`rate(shop_order_total[5m]) > 5`,
  });
  expect(problems({ alerts: { Firing } })).toEqual([
    `${at("unknown metric")}: alert "Firing": 1:6: unknown metric 'shop_order_total' (did you mean 'shop_orders_total'?)\n` +
      "  rate(shop_order_total[5m]) > 5\n" +
      `       ^^^^^^^^^^^^^^^^ (${id})\n${fix}`,
  ]);
});

test.each([
  [
    promql`shop_tills > 5`,
    "correct the name, or declare the metric with metrics(…) and export it from a service",
  ],
  [promql`quantile by (instance) (95, shop_orders_total) > 5`, "write 0.95"],
  [
    promql`delta(shop_orders_total[5m]) > 0`,
    "use rate() or increase(); if it falls too, declare it with gauge({ … })",
  ],
  [promql`shop_orders_total > 5`, "take rate() or increase() first"],
  [promql`shop_orders_total > `, "correct the expression at the mark"],
])("what to write instead is what the message knows: %#", (expr, wanted) => {
  const Firing = alert({ ...plainWords, expr });
  const { problems: all } = compile(definitionsWith({ alerts: { Firing } }));
  expect(all.map(({ check, fix: said }) => [check, said])).toContainEqual([id, wanted]);
});

test("an expression that cannot be parsed is not also reported for its threshold", () => {
  const Firing = alert({
    ...plainWords,
    description: ({ threshold }) => `More than ${threshold}.`,
    expr: promql`shop_orders_total > `,
  });
  const { problems: all } = compile(definitionsWith({ alerts: { Firing } }));
  expect(all.map(({ check }) => check)).toEqual([id]);
});

test("a recording's mistake is reported at its text too", () => {
  const broken = recording(
    "instance:shop_orders:rate1m",
    // a raw counter
    promql`sum by (instance) (${sales.shop_orders_total})`,
  );
  expect(problems({ recordings: { broken } })).toEqual([
    expect.stringContaining(`${at("a raw counter")}: recording "instance:shop_orders:rate1m": 1:`),
  ]);
});

test("the mistakes of panels and annotations are reported with their names", () => {
  // of the panel
  const asked = query(promql`shop_orders_total{chanel="web"}[5m]`);
  const panel = timeSeries({ ...words, queries: [asked] });
  // of the annotation
  const marks = annotation("Deployments", { expr: promql`up{job="nobody"} > 1`, color: "blue", text: "x" });
  const more = dashboard("shop-more", {
    ...{ title: "More", description: "For a test.", folder: "Shop", last: "6h" },
    annotations: [marks],
    rows: [row("More", [panel])],
  });
  const found = problems({ dashboards: { more } });
  expect(found[0]).toMatch(`${at("of the panel")}: panel "Orders again": 1:`);
  expect(found.at(-1)).toMatch(`${at("of the annotation")}: annotation "Deployments": 1:`);
});

test("the mistakes of a runbook are reported with its title; it is asked in Prometheus, which has no variables", () => {
  const asks = { asks: "Is it so?", means: "Yes, or no." };
  // of the runbook
  const asked = question(sales.shop_orders_total.rate("$__rate_interval"), asks);
  const One = runbook({ ...runbookWords, questions: [asked] });
  expect(problems({ runbooks: { One } })).toEqual([
    expect.stringContaining(`${at("of the runbook")}: runbook "${runbookWords.title}": 1:`),
  ]);
});

test("each mistake of an expression is a problem of its own", () => {
  const Firing = alert({ ...plainWords, expr: promql`nothing > 1 or nobody > 2` });
  expect(problems({ alerts: { Firing } })).toHaveLength(2);
});

describe("one cause is one problem", () => {
  const { shop_orders_total: orders } = sales;
  const misspelt = recording(
    "instance:shop_orders:rate5m",
    promql`sum by (instance) (rate(shop_order_total[5m]))`,
    {
      help: "Orders per second.",
      example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
    },
  );
  const all = (parts: Parts) => compile(definitionsWith(parts)).problems.map(({ check }) => check);

  test("a recording that is wrong: nothing is said of what reads it, nor of what it would use", () => {
    expect(all({ recordings: { orderRate: misspelt } })).toEqual([id]);
  });
  test("a recording that is not exported, at the first of those that read it", () => {
    expect(all({ recordings: { orderRate: undefined } })).toEqual([id]);
    const [problem = ""] = problems({ recordings: { orderRate: undefined } });
    expect(problem).toMatch(
      /unknown metric 'instance:shop_orders:rate5m'; the same at test\/checks\/small-shop\.ts:\d+\n/,
    );
    expect(problem).toContain(
      "fix: correct the name, or export that recording from the recordings of its service",
    );
  });
  test("metrics that are not exported", () => {
    expect(all({ metrics: { sales: undefined } })).toEqual([id]);
  });
  test("a suppressed one hides nothing else", () => {
    const allow = { [id]: "the metric comes with the next version of the shop" };
    const more = dashboardWith(timeSeries({ ...words, allow, queries: [promql`shop_next`] }));
    const stock = metrics(api, { shop_stock: gauge({ help: "Stock.", unit: "items" }) });
    expect(all({ metrics: { stock }, dashboards: { more } })).toEqual(["metrics-are-used"]);
  });
});

test("Grafana's variables belong into dashboards, not into rules", () => {
  const expr = promql`rate(${sales.shop_orders_total}[$__rate_interval]) > 5`;
  const more = dashboardWith(timeSeries({ ...words, queries: [expr] }));
  expect(problems({ dashboards: { more } })).toEqual([]);
  expect(problems({ alerts: { Firing: alert({ ...plainWords, expr }) } })).not.toEqual([]);
});

test("text with holes is fine when what it gives is", () => {
  const Firing = alert({ ...plainWords, expr: promql`${orderRate} > 5 and on (instance) up == 1` });
  expect(problems({ alerts: { Firing } })).toEqual([]);
});

test("it can be allowed with a reason, on the rule and on the panel", () => {
  const allow = { [id]: "the metric comes with the next version of the shop" };
  const Firing = alert({ ...plainWords, allow, expr: promql`shop_next > 5` });
  const more = dashboardWith(timeSeries({ ...words, allow, queries: [promql`shop_next`] }));
  expect(problems({ alerts: { Firing }, dashboards: { more } })).toEqual([]);
});

test("an alert that is asked for by a name that no alert has", () => {
  const panel = (alertname: string) =>
    stat({
      title: "Few",
      description: "Whether it fires.",
      queries: [firingAlerts.where({ alertname, alertstate: "firing" }).count()],
    });
  // misspelt
  const misspelt = panel("FewOrder");
  const problems = problemsOf(
    id,
    definitionsWith({ dashboards: { more: dashboardWith(misspelt, panel("FewOrders")) } }),
  );
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain("alertname of ALERTS is never 'FewOrder'; it is one of FewOrders");
});
