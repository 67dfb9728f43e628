import {
  alert,
  annotation,
  dashboard,
  firingAlerts,
  promql,
  query,
  question,
  row,
  runbook,
  stat,
  timeSeries,
} from "signalbox";
import { recordingNamed as recording } from "../../generators/language/recording.ts";
import { expect, test } from "vitest";
import { markedPlaces } from "./marked-places.ts";
import { definitionsWith, problemsOf, type Parts } from "./small-definitions.ts";
import { runbookWords } from "./small-runbook.ts";
import { dashboardWith, orderRate, plainWords, sales } from "./small-shop.ts";

const at = markedPlaces(import.meta.url);
const id = "expressions-are-valid";
const problems = (parts: Parts) => problemsOf(id, definitionsWith(parts));
const fix = "  fix: correct the expression, or declare what it asks for with metrics(…)";
const words = { title: "Orders again", description: "For a test." };

test("an alert's mistake is told at its text, with the piece that is meant", () => {
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

test("a recording's mistake is told at its text too", () => {
  const broken = recording(
    "instance:shop_orders:rate1m",
    // a raw counter
    promql`sum by (instance) (${sales.shop_orders_total})`,
  );
  expect(problems({ recordings: { broken } })).toEqual([
    expect.stringContaining(`${at("a raw counter")}: recording "instance:shop_orders:rate1m": 1:`),
  ]);
});

test("the mistakes of panels and annotations are told by their names", () => {
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

test("the mistakes of a runbook are told by its title; it is asked in Prometheus, which has no variables", () => {
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
