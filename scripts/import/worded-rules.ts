import { neededLabels, type NeededLabels } from "../../generators/import/catalogue/needed-labels.ts";
import type { Asking } from "../../generators/import/catalogue/labels-of.ts";
import { usesIn } from "../../generators/import/catalogue/uses.ts";
import type { Reader } from "../../generators/import/dashboards/dashboard-readers.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { unitOf } from "../../generators/language/expression/expression.ts";
import { metricOf } from "../../generators/language/metric.ts";
import { everyJob, firingAlerts } from "../../generators/language/prometheus-metrics.ts";
import { labelsNamedIn } from "../../generators/import/texts/read-text.ts";
import { asVector } from "../../generators/import/words/as-vector.ts";
import { calling, textArgument } from "../../generators/import/words/word-code.ts";
import { inWords } from "../../generators/import/words/say.ts";
import type { KnownSeries, SeriesNamed } from "../../generators/import/words/said.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { type DeclaredMetric, extraLabel, seriesOf } from "./declared-metric.ts";
import { declaredMetrics } from "./declared-metrics.ts";
import { exportNames } from "./export-names.ts";
import { inOrder } from "./in-order.ts";
import { twiceTheSame } from "./twice-the-same.ts";
import type { RefusedRule, Verdicts, WordedExpression, WordedRule, WordedRules } from "./worded-rule.ts";

/** What Prometheus writes of the alerts, which the language has. */
const alerts: KnownSeries = {
  name: metricOf(firingAlerts)?.name ?? "",
  metric: metricOf(firingAlerts)?.name ?? "",
  ...{ part: undefined, kind: "gauge", unit: unitOf(firingAlerts) },
  labels: new Set(Object.keys(metricOf(firingAlerts)?.labels ?? {})),
};

/** What every target gives its series. */
const ofTarget = ["job", "instance"];

/** What is known beside the rules. */
export interface KnownElsewhere {
  readonly families: readonly Family[];
  /** Of metrics that the project declares already. */
  readonly units: ReadonlyMap<string, string>;
  /** Names that other alerts of the project have. */
  readonly taken: readonly string[];
  /** What reads series beside rules: panels. */
  readonly readers: readonly Reader[];
}

export const nothingElse: KnownElsewhere = { families: [], units: new Map(), taken: [], readers: [] };

/** Rules in words, with the metrics that they need. */
export function wordedRules(
  rules: readonly InputRule[],
  { families, units, taken, readers }: KnownElsewhere,
  verdicts: Verdicts,
): WordedRules {
  const early = refusedEarly(rules, verdicts);
  const isRefused = new Set(early.map(({ rule }) => rule));
  const accepted = inOrder(rules.filter((rule) => !isRefused.has(rule)));
  const isRecorded = new Set(accepted.flatMap(({ kind, name }) => (kind === "record" ? [name] : [])));
  const metrics = declaredMetrics(usesIn([...accepted, ...readers]), {
    ...{ families, units },
    isOther: (name) => isRecorded.has(name) || name === alerts.name,
  });
  const known = metrics.flatMap((metric) => seriesOf(metric).map((series) => ({ metric, series })));
  const byName = new Map(known.map((one) => [one.series.name, one]));
  const labels = neededLabels([...accepted.map(askingOf), ...readers.map(askingOfReader)], (name) =>
    givenLabels(byName.get(name)?.metric),
  );
  const labelsOf = (name: string) => labels.ofSeries.get(name) ?? new Set(ofTarget);
  const ofMetric = (metric: DeclaredMetric) =>
    new Set(seriesOf(metric).flatMap(({ name }) => [...labelsOf(name)]));
  const series = (name: string): KnownSeries | undefined => {
    const found = byName.get(name);
    if (!found) return name === alerts.name ? alerts : undefined;
    return { ...found.series, labels: new Set([...ofMetric(found.metric), ...extraLabel(found.series)]) };
  };
  const recorded = new Map<string, KnownSeries>();
  return {
    rules: worded(accepted, { series, labels, verdicts, taken, recorded }),
    refused: early,
    metrics: withReasons(metrics, usesIn([...accepted, ...readers.filter(({ isChoice }) => !isChoice)])),
    series,
    named: (name) => recorded.get(name) ?? series(name),
    labelsOf: (name) => {
      const metric = metrics.find((one) => one.name === name);
      return metric ? ofMetric(metric) : labelsOf(name);
    },
  };
}

/** A metric that only choices of dashboards are of is read by nothing else, and says so; what Prometheus adds itself need not. */
function withReasons(
  metrics: readonly DeclaredMetric[],
  uses: readonly { readonly name: string }[],
): readonly DeclaredMetric[] {
  const read = new Set(uses.map(({ name }) => name));
  return metrics.map((metric) =>
    metric.name in everyJob || seriesOf(metric).some(({ name }) => read.has(name))
      ? metric
      : { ...metric, unused: "dashboards offer its labels to choose from" },
  );
}

function refusedEarly(rules: readonly InputRule[], { refused }: Verdicts): RefusedRule[] {
  const twice = twiceTheSame(rules.filter((rule) => !refused.has(rule)));
  return [...[...refused].map(([rule, reason]) => ({ rule, reason })), ...twice];
}

function askingOf({ kind, name, node, labels, annotations }: InputRule): Asking {
  const named = Object.values(annotations).flatMap(labelsNamedIn);
  const own = Object.keys(labels);
  return {
    node,
    labels: named.filter((label) => !own.includes(label)),
    records: kind === "record" ? name : undefined,
    sets: kind === "record" ? own : [],
  };
}

function askingOfReader({ node, labels }: Reader): Asking {
  return { node, labels, records: undefined, sets: [] };
}

function givenLabels(metric: DeclaredMetric | undefined): readonly string[] {
  return [...ofTarget, ...Object.keys(metric?.labels ?? {})];
}

interface World {
  readonly series: SeriesNamed;
  readonly labels: NeededLabels;
  readonly verdicts: Verdicts;
  /** Names that other definitions of the project have. */
  readonly taken: readonly string[];
  /** What rules record, as far as they are worded. */
  readonly recorded: Map<string, KnownSeries>;
}

/** One after the other: what a rule records is known to those behind it. */
function worded(
  rules: readonly InputRule[],
  { series, labels, verdicts, taken, recorded }: World,
): WordedRule[] {
  const names = exportNames(rules, taken);
  return rules.map((rule) => {
    const expr = inUnitOf(
      rule.kind === "record" ? recorded.get(rule.name) : undefined,
      wordsFor(rule, (name) => recorded.get(name) ?? series(name), verdicts),
    );
    const own = expr.kind === "words" ? expr.said : { labels: labels.ofResult(rule.node), unit: "none" };
    if (rule.kind === "record") record(recorded, rule, own);
    const allow = verdicts.allowed.get(rule) ?? new Map<string, string>();
    return {
      rule,
      exported: names.get(rule) ?? rule.name,
      expr,
      ...{ labels: own.labels, unit: own.unit },
      allow,
      open: verdicts.open.get(rule),
    };
  });
}

/** What is recorded under one name has one unit. */
function inUnitOf(earlier: KnownSeries | undefined, expr: WordedExpression): WordedExpression {
  if (!earlier || expr.kind === "text" || expr.said.unit === earlier.unit) return expr;
  const of = asVector(expr.said);
  const code = calling(of.code, "as", textArgument(earlier.unit));
  return { kind: "words", said: { ...of, unit: earlier.unit, code } };
}

/** Of several of one name those labels count that all of them have. */
function record(
  recorded: Map<string, KnownSeries>,
  { name, labels }: InputRule,
  of: Pick<KnownSeries, "labels" | "unit">,
): void {
  const own = new Set([...of.labels, ...Object.keys(labels)]);
  const earlier = recorded.get(name);
  const shared = earlier ? new Set([...own].filter((label) => earlier.labels.has(label))) : own;
  recorded.set(name, {
    ...{ name, metric: name, part: undefined, kind: "gauge" },
    labels: shared,
    unit: earlier?.unit ?? of.unit,
  });
}

function wordsFor(rule: InputRule, series: SeriesNamed, { asText }: Verdicts): WordedExpression {
  const refusal = asText.get(rule);
  if (refusal !== undefined) return { kind: "text", why: "types", reason: refusal };
  const words = inWords(rule.node, series);
  if ("reason" in words) return { kind: "text", why: words.kind, reason: words.reason };
  const { said } = words;
  if (rule.kind === "alert" && said.kind !== "condition") {
    return { kind: "text", why: "condition", reason: "a condition that an operator around it hides" };
  }
  if (
    said.kind === "counter" ||
    said.kind === "buckets" ||
    said.kind === "scalar" ||
    said.kind === "bucket rates"
  )
    return asRecorded(said);
  return { kind: "words", said };
}

/** What is recorded is a vector. */
function asRecorded(said: Extract<WordedExpression, { kind: "words" }>["said"]): WordedExpression {
  if (said.kind === "scalar" || said.kind === "buckets")
    return {
      kind: "text",
      why: "operand",
      reason: `a recording of ${said.kind === "scalar" ? "one number" : "buckets as they are"}`,
    };
  const method = said.kind === "counter" ? "raw" : "asVector";
  const code = { head: said.code.head, calls: [...said.code.calls, { method, args: [] }] };
  return { kind: "words", said: { ...said, kind: "vector", observed: undefined, code } };
}
