import { neededLabels, type NeededLabels } from "../../generators/import/catalogue/needed-labels.ts";
import type { Asking } from "../../generators/import/catalogue/labels-of.ts";
import { usesIn } from "../../generators/import/catalogue/uses.ts";
import { groupBy } from "../../generators/group-by.ts";
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
import type { RefusedRule, Outcomes, WordedExpression, WordedRule, WordedRules } from "./worded-rule.ts";

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
  outcomes: Outcomes,
): WordedRules {
  const early = refusedEarly(rules, outcomes);
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
  const { worded: all, recorded } = wordedAsOne(accepted, { series, labels, outcomes, taken });
  return {
    rules: all,
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

function refusedEarly(rules: readonly InputRule[], { refused }: Outcomes): RefusedRule[] {
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
  readonly outcomes: Outcomes;
  /** Names that other definitions of the project have. */
  readonly taken: readonly string[];
  /** Of what several rules record under one name, where one of them says it. */
  readonly units: ReadonlyMap<string, string>;
  /** What rules record, as far as they are worded. */
  readonly recorded: Map<string, KnownSeries>;
}

/** All rules, and what they record: once more where a name that several record has its unit from one of them. */
function wordedAsOne(
  rules: readonly InputRule[],
  world: Omit<World, "units" | "recorded">,
): { readonly worded: WordedRule[]; readonly recorded: ReadonlyMap<string, KnownSeries> } {
  const atFirst = new Map<string, KnownSeries>();
  const once = worded(rules, { ...world, units: new Map(), recorded: atFirst });
  const units = unitsOfSeveral(once);
  if (units.size === 0) return { worded: once, recorded: atFirst };
  const recorded = new Map<string, KnownSeries>();
  return { worded: worded(rules, { ...world, units, recorded }), recorded };
}

/** The unit of each name that several rules record, if not in one unit: the first that is any, as what has none can be given it. */
function unitsOfSeveral(rules: readonly WordedRule[]): ReadonlyMap<string, string> {
  const recordings = rules.filter(({ rule, expr }) => rule.kind === "record" && expr.kind === "words");
  const units = [...groupBy(recordings, ({ rule }) => rule.name)].flatMap(([name, own]) => {
    const first = own.find(({ unit }) => unit !== "none")?.unit;
    return first !== undefined && own.some(({ unit }) => unit !== first) ? [[name, first] as const] : [];
  });
  return new Map(units);
}

/** One after the other: what a rule records is known to those behind it. */
function worded(
  rules: readonly InputRule[],
  { series, labels, outcomes, taken, units, recorded }: World,
): WordedRule[] {
  const names = exportNames(rules, taken);
  const isOneOfSeveral = ({ kind, name }: InputRule) =>
    kind === "record" && rules.filter((other) => other.kind === kind && other.name === name).length > 1;
  return rules.map((rule) => {
    const own = wordsFor(rule, (name) => recorded.get(name) ?? series(name), outcomes);
    const unit = units.get(rule.name) ?? recorded.get(rule.name)?.unit;
    const expr = isOneOfSeveral(rule) ? asOneOfSeveral(own, unit) : own;
    const of = expr.kind === "words" ? expr.said : { labels: labels.ofResult(rule.node), unit: "none" };
    if (rule.kind === "record") record(recorded, rule, of);
    const allow = outcomes.allowed.get(rule) ?? new Map<string, string>();
    return {
      rule,
      exported: names.get(rule) ?? rule.name,
      expr,
      ...{ labels: of.labels, unit: of.unit },
      allow,
      open: outcomes.open.get(rule),
    };
  });
}

/** Several recordings of one name are read as one, which is a vector in one unit. */
function asOneOfSeveral(expr: WordedExpression, unit = "none"): WordedExpression {
  if (expr.kind === "text") return expr;
  const of = expr.said.kind === "bucket rates" ? asVector(expr.said) : expr.said;
  if (unit === "none" || of.unit === unit) return { kind: "words", said: of };
  const vector = asVector(of);
  const code = calling(vector.code, "as", textArgument(unit));
  return { kind: "words", said: { ...vector, unit, code } };
}

/** Of several of one name those labels count that all of them have. */
function record(
  recorded: Map<string, KnownSeries>,
  { name, labels }: InputRule,
  of: Pick<KnownSeries, "labels" | "unit"> & Partial<Pick<Worded, "kind" | "observed">>,
): void {
  const own = new Set([...of.labels, ...Object.keys(labels)]);
  const earlier = recorded.get(name);
  const shared = earlier ? new Set([...own].filter((label) => earlier.labels.has(label))) : own;
  const kind = of.kind === "bucket rates" ? "bucket rates" : "gauge";
  recorded.set(name, {
    ...{ name, metric: name, part: undefined, kind: earlier?.kind ?? kind },
    observed: earlier ? earlier.observed : of.observed,
    labels: shared,
    unit: earlier?.unit ?? of.unit,
  });
}

function wordsFor(rule: InputRule, series: SeriesNamed, { asText }: Outcomes): WordedExpression {
  const refusal = asText.get(rule);
  if (refusal !== undefined) return { kind: "text", why: "types", reason: refusal };
  const words = inWords(rule.node, series);
  if ("reason" in words) return { kind: "text", why: words.kind, reason: words.reason };
  return rule.kind === "alert" ? asFiring(words.said) : asRecorded(words.said);
}

type Worded = Extract<WordedExpression, { kind: "words" }>["said"];

/** What fires is a condition: one that an operator around it hides is said to be one, and so is what has none. */
function asFiring(said: Worded): WordedExpression {
  if (said.kind === "condition") return { kind: "words", said };
  if (said.kind === "scalar" || said.kind === "buckets")
    return { kind: "text", why: "operand", reason: `an alert of ${inPlainWords[said.kind]}` };
  const of = asVector(said);
  return { kind: "words", said: { ...of, kind: "condition", code: calling(of.code, "condition") } };
}

const inPlainWords = { scalar: "one number", buckets: "buckets as they are" } as const;

/** What is recorded is a vector, or the growth of buckets. */
function asRecorded(said: Worded): WordedExpression {
  if (said.kind === "scalar" || said.kind === "buckets")
    return { kind: "text", why: "operand", reason: `a recording of ${inPlainWords[said.kind]}` };
  return { kind: "words", said: said.kind === "counter" ? asVector(said) : said };
}
