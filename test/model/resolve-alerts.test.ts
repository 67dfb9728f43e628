import { alert, gauge, metrics, promql, ruleGroup, severity } from "signalbox";
import { expect, test } from "vitest";
import { withoutSpans } from "../promql/without-spans.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import type { FillIn } from "../../generators/model/fill-in.ts";
import { alertConditions, resolveAlerts } from "../../generators/model/resolve-alerts.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { asWritten } from "../../generators/promql/robust/robust.ts";
import { markedPlaces } from "../checks/marked-places.ts";
import { definitionsWith, type Parts } from "../checks/small-definitions.ts";
import { low } from "../checks/small-platform.ts";
import { api, orderRate, plainWords } from "../checks/small-shop.ts";

const at = markedPlaces(import.meta.url);
type Alert = ReturnType<typeof alert>;

function resolved(alerts: Readonly<Record<string, Alert | undefined>>, parts: Parts = {}) {
  const definitions = definitionsWith({ ...parts, alerts: { FewOrders: undefined, ...alerts } });
  const { catalogue } = resolve(definitions).model;
  const fill: FillIn = (node) => node;
  const conditions = definitions.services.flatMap((service) => alertConditions(service, catalogue, fill));
  const { platform } = definitions;
  return resolveAlerts(conditions, { dashboards: [], recordings: [], platform, fill, deployed: asWritten });
}

test("an alert gets its labels, its annotations, its runbook, its group and its threshold", () => {
  const Firing = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
    description: ({ threshold }) => `More than ${threshold}.`,
    labels: { team: "sales" },
  });
  const alerts = resolved({ Firing });
  expect(alerts.map(({ node }) => withoutSpans(node))).toEqual([withoutSpans(nodeOf(Firing.expr))]);
  expect(alerts).toEqual([
    {
      kind: "alert",
      alertname: "Firing",
      name: "Firing",
      service: "shop",
      group: "shop_alerts",
      node: expect.objectContaining({ kind: "binary", span: { from: 0, to: 31 } }),
      expr: "instance:shop_orders:rate5m > 5",
      analysis: expect.objectContaining({ diagnostics: [] }),
      deployed: expect.objectContaining({ expr: "instance:shop_orders:rate5m > 5", births: [], gaps: [] }),
      exprPlace: Firing.place,
      severity: plainWords.severity,
      component: "sales",
      for: "5m",
      forMs: 300_000,
      keepFiringFor: undefined,
      labels: { severity: "critical", service: "shop", component: "sales", team: "sales" },
      annotations: {
        summary: '{{ $labels.instance }} takes {{ $value | printf "%.4g" }} orders/s',
        description: "More than 5 orders/s.",
        impact: "Nobody can buy.",
        runbook_url: "https://docs.example.org/alerts/Firing.md",
      },
      impact: "Nobody can buy.",
      actions: ["Read the log of the shop."],
      threshold: { op: ">", value: 5, unit: "orders/s", text: "5 orders/s" },
      whenMissing: "silent",
      scenarios: [{ given: [plainWords.scenario] }],
      downOf: [],
      textMistakes: [],
      ownLabels: { team: "sales" },
      valueUnit: "orders/s",
      equivalentMutants: {},
      place: Firing.place,
      allow: {},
    },
  ]);
});

test("what an alert says itself is kept", () => {
  const group = ruleGroup("mine", { every: "1m" });
  const allow = { "alerts-have-a-panel": "soon" };
  const Firing = alert({
    ...plainWords,
    expr: orderRate.gt(5),
    for: "0m",
    keepFiringFor: "10m",
    group,
    allow,
  });
  expect(resolved({ Firing })).toEqual([
    expect.objectContaining({ group: "mine", for: "0m", forMs: 0, keepFiringFor: "10m", allow }),
  ]);
});

test("an expression of text stands where the text does", () => {
  const Firing = alert({
    ...plainWords,
    // the text
    expr: promql`${orderRate} > 5`,
  });
  const [found] = resolved({ Firing });
  expect(`${found?.exprPlace.file}:${found?.exprPlace.line}`).toBe(at("the text"));
});

test("where the types know no unit, that of the expression is used", () => {
  const shop = metrics(api, { shop_load: gauge({ help: "Load.", unit: "ratio" }) });
  const Full = alert({
    ...plainWords,
    expr: promql`${shop.shop_load} > 0.9`,
    summary: ({ value }) => `at ${value}`,
  });
  const [found] = resolved({ Full }, { metrics: { shop } });
  expect(found?.annotations["summary"]).toBe("at {{ $value | humanizePercentage }}");
  expect(found?.threshold?.text).toBe("90%");
});

test("the worst go first, then those above in the file, whatever their names", () => {
  const info = severity("info", { rank: 3, response: "none", color: "green" });
  const C = alert({ ...plainWords, severity: info, expr: orderRate.gt(5) });
  const B = alert({ ...plainWords, severity: low, expr: orderRate.gt(5) });
  const A = alert({ ...plainWords, severity: low, expr: orderRate.gt(6) });
  const D = alert({ ...plainWords, expr: orderRate.gt(5) });
  expect(resolved({ A, B, C, D }).map(({ name }) => name)).toEqual(["D", "B", "A", "C"]);
});

test("a service without alerts has none", () => {
  expect(resolved({})).toEqual([]);
});
