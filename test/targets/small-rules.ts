import { readPromql } from "../../generators/promql/read.ts";
import { writtenAs } from "../promql/of-text.ts";
import { gauge } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import type { AlertModel, RecordingModel, RuleGroupModel } from "../../generators/model/rule-model.ts";
import type { Analysis } from "../../generators/promql/analysis.ts";
import type { CatalogueSeries } from "../../generators/promql/series.ts";
import { asWritten } from "../../generators/promql/robust/robust.ts";
import { unknownType } from "../../generators/promql/expression-type.ts";
import { critical, place } from "./small-model.ts";

/** A gauge of the job `shop`, with parts of it replaced. */
export function gaugeSeries(name: string, parts: Partial<CatalogueSeries> = {}): CatalogueSeries {
  return {
    name,
    type: "gauge",
    unit: "none",
    labels: new Map([["instance", "*"]]),
    metric: name,
    job: "shop",
    help: "A number.",
    ...parts,
  };
}

/** What is known of an expression that selects each of these series once. */
export function analysisOf(...series: readonly CatalogueSeries[]): Analysis {
  return {
    selectors: series.map((one) => ({
      metric: one.name,
      matchers: [],
      series: [one],
      range: undefined,
      offset: undefined,
      at: undefined,
      function: undefined,
      reachMs: 0,
      from: 0,
      to: 0,
    })),
    subqueries: [],
    aggregations: [],
    functions: [],
    comparisons: [],
    joins: [],
    mergers: [],
    diagnostics: [],
    type: unknownType,
  };
}

/** A group of the service's alerts, or of its recordings. */
export function group(kind: RuleGroupModel["kind"], parts: Partial<RuleGroupModel> = {}): RuleGroupModel {
  return { name: `shop_${kind}`, service: "shop", kind, every: "30s", everyMs: 30_000, place, ...parts };
}

/** An expression as a model has it, deployed as it is written. */
function expressionOf({
  expr,
  node = readPromql(expr) ?? writtenAs(expr),
}: Pick<AlertModel, "expr"> & Partial<Pick<AlertModel, "node">>): Pick<
  AlertModel,
  "node" | "expr" | "deployed"
> {
  return { node, expr, deployed: asWritten({ node, expr }) };
}

/** A recording that goes into `group("recordings")`. */
export function recording(parts: Partial<RecordingModel> = {}): RecordingModel {
  return {
    id: parts.name ?? "job:shop_orders:rate5m",
    kind: "recording",
    name: "job:shop_orders:rate5m",
    service: "shop",
    group: "shop_recordings",
    ...expressionOf({ expr: 'sum by (job) (rate(shop_orders_total{job="shop"}[5m]))', ...parts }),
    analysis: analysisOf(),
    exprPlace: place,
    help: "Orders per second.",
    unit: "count/s",
    examples: [],
    labels: {},
    equivalentMutants: {},
    place,
    allow: {},
    ...parts,
  };
}

export const { up } = metrics(
  { job: ["shop"], instance: "*" },
  { up: gauge({ help: "1 when scraped.", unit: "bool" }) },
);

/** An alert that goes into `group("alerts")`. */
export function alertModel(parts: Partial<AlertModel> = {}): AlertModel {
  return {
    kind: "alert",
    id: parts.name ?? "ShopDown",
    alertname: parts.name ?? "ShopDown",
    name: "ShopDown",
    service: "shop",
    group: "shop_alerts",
    ...expressionOf({ expr: 'up{job="shop"} == 0', ...parts }),
    analysis: analysisOf(gaugeSeries("up")),
    exprPlace: place,
    severity: critical,
    component: "api",
    for: "1m",
    forMs: 60_000,
    keepFiringFor: undefined,
    resolution: undefined,
    labels: { severity: "critical", service: "shop", component: "api" },
    annotations: {
      summary: "The shop on {{ $labels.instance }} is down",
      description: "It has not answered for 1m.",
    },
    textMistakes: [],
    impact: "Nobody can buy.",
    actions: ["Restart it."],
    threshold: { op: "==", value: 0, unit: "bool", text: "0" },
    whenMissing: "silent",
    scenarios: [],
    guardOf: undefined,
    downOf: [],
    ownLabels: {},
    valueUnit: "bool",
    equivalentMutants: {},
    place,
    allow: {},
    ...parts,
  };
}
