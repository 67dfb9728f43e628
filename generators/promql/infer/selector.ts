import type { LabelSpec } from "../../language/label.ts";
import type { CatalogueSeries } from "../series.ts";
import type { Bound, ExpressionType, LabelMap } from "../expression-type.ts";
import type { MatcherReference } from "../extraction.ts";
import { isAllowed, isList, acceptedBy, narrowed, united } from "../label-value.ts";
import { compileRe2 } from "../re2.ts";
import { statisticsOfSeries } from "../statistic.ts";
import { suggestion } from "../../text/suggestion.ts";
import { type LabelMatcher, type RangeNode, type SelectorNode, type Span, spanOf } from "../tree.ts";
import { hasVariable } from "../variable.ts";
import { type Inference, isVariable, report } from "./inference.ts";
import { keysOfSeries } from "./keys.ts";
import { inferDuration, offsetOf, reachOf } from "./range.ts";

const unknownVector: ExpressionType = { kind: "vector", unit: "none", condition: false };

export function inferSelector(inference: Inference, node: SelectorNode): ExpressionType {
  return selection(inference, node, node);
}

/** A selector with a range in brackets. */
export function inferRange(inference: Inference, node: RangeNode): ExpressionType {
  return { ...selection(inference, node.of, node), kind: "matrix", keys: undefined };
}

function selection(
  inference: Inference,
  node: SelectorNode,
  whole: SelectorNode | RangeNode,
): ExpressionType {
  const isRange = whole.kind === "range";
  const range = isRange ? inferDuration(inference, whole.range, whole.rangeSpan) : undefined;
  const { metric, metricSpan, matchers } = namedSelector(inference, node);
  if (metric === undefined && !matchers.some(needsSomething)) {
    const message = "a selector without a name needs a matcher that does not match the empty string";
    report(inference, spanOf(node), message);
  }
  const series = metric === undefined ? [] : seriesOf(inference, metric, matchers, metricSpan);
  const offset = offsetOf(inference, node);
  inference.findings.selectors.push({
    metric,
    matchers,
    series,
    range,
    offset,
    at: node.at,
    function: isRange ? inference.surroundings.function : undefined,
    reachMs: reachOf(inference, range, offset),
    ...spanOf(whole),
  });
  const [first] = series;
  if (!first) return unknownVector;
  const labels = labelsOf(series);
  // Which job a selector means was checked when its series were looked up.
  const unchecked = matchers.filter(({ name }) => name !== "job" || first.job === undefined);
  if (labels) for (const matcher of unchecked) checkMatcher(inference, first.name, matcher, labels);
  return typeOf(series, first, labels && narrowedBy(matchers, labels, inference.dashboard));
}

/** A selector whose metric may be named by `__name__=` as well. */
function namedSelector(inference: Inference, { metric, metricSpan, matchers, span }: SelectorNode) {
  const all = matchers.map((one): MatcherReference => readMatcher(inference, one));
  const isName = ({ name, op }: MatcherReference): boolean => name === "__name__" && op === "=";
  const names = [
    ...(metric === "" ? [] : [{ name: metric, ...spanOf({ span: metricSpan }) }]),
    ...all.filter(isName).map(({ value, from, to }) => ({ name: value, from, to })),
  ];
  const [first, second] = names;
  const others = all.filter((one) => !isName(one));
  if (first && second) {
    report(inference, second, `the metric is named twice: ${first.name} and ${second.name}`);
  }
  const byPattern = first && others.find(({ name }) => name === "__name__");
  if (byPattern) report(inference, byPattern, `the metric is named twice: ${first.name} and by a matcher`);
  return { metric: first?.name, metricSpan: first ?? spanOf({ span }), matchers: others };
}

function readMatcher(inference: Inference, matcher: LabelMatcher): MatcherReference {
  const { name, op, value } = matcher;
  const at = spanOf(matcher);
  if (!isVariable(inference, value) && (op === "=~" || op === "!~")) {
    const { complaint } = compileRe2(value);
    if (complaint !== undefined) report(inference, at, complaint);
  }
  return { name, op, value, ...at };
}

function seriesOf(
  inference: Inference,
  metric: string,
  matchers: readonly MatcherReference[],
  metricSpan: Span,
): readonly CatalogueSeries[] {
  if (isVariable(inference, metric)) return [];
  const isSure = (matcher: MatcherReference): boolean => !isInDoubt(inference, matcher);
  const { series, complaint } = inference.catalogue.lookup(metric, matchers.filter(isSure));
  if (complaint !== undefined) report(inference, metricSpan, complaint);
  return series;
}

/** Whether what it asks for depends on a variable. */
function isInDoubt(inference: Inference, { name, value }: MatcherReference): boolean {
  return isVariable(inference, name) || isVariable(inference, value);
}

function typeOf(
  series: readonly CatalogueSeries[],
  first: CatalogueSeries,
  labels: LabelMap | undefined,
): ExpressionType {
  const { type, unit, observed } = first;
  const isRecordedBucketRate = type === "recorded" && observed !== undefined;
  const samples = isRecordedBucketRate ? "bucket rate" : type;
  return {
    kind: "vector",
    labels,
    keys: keysOfSeries(series),
    unit,
    observed,
    samples,
    series,
    bound: boundOf(series),
    statistics: statisticsOfSeries(series),
    condition: false,
  };
}

function boundOf(series: readonly CatalogueSeries[]): Bound | undefined {
  const interval = series.length === 1 ? series[0]?.interval : undefined;
  if (interval) return { kind: "interval", ...interval };
  return series.every(({ type }) => type === "gauge") ? { kind: "series", series } : undefined;
}

/** The labels of all candidates, those that only some have with the empty value too; with the jobs that export them as values of `job`. */
function labelsOf(series: readonly CatalogueSeries[]): LabelMap | undefined {
  if (series.some(({ anyLabels }) => anyLabels)) return undefined;
  const labels = new Map<string, LabelSpec>();
  for (const one of series) {
    for (const [name, spec] of one.labels) labels.set(name, united(labels.get(name) ?? spec, spec));
  }
  for (const [name, spec] of labels) {
    if (!series.every((one) => one.labels.has(name))) labels.set(name, united(spec, [""]));
  }
  const jobs = series.flatMap(({ job }) => job ?? []);
  if (jobs.length === series.length) labels.set("job", [...new Set(jobs)]);
  return labels;
}

function narrowedBy(matchers: readonly MatcherReference[], labels: LabelMap, dashboard: boolean): LabelMap {
  const left = new Map(labels);
  for (const matcher of matchers) {
    const spec = left.get(matcher.name);
    if (spec === undefined || (dashboard && hasVariable(matcher.value))) continue;
    left.set(matcher.name, narrowed(spec, matcher));
  }
  return left;
}

/** Whether a series must have something for this matcher to accept it. */
function needsSomething(matcher: MatcherReference): boolean {
  return !acceptedBy(matcher)("");
}

function checkMatcher(
  inference: Inference,
  metric: string,
  matcher: MatcherReference,
  labels: LabelMap,
): void {
  if (isInDoubt(inference, matcher)) return;
  const spec = labels.get(matcher.name);
  if (spec === undefined) {
    const near = suggestion(matcher.name, labels.keys());
    const known = labels.size > 0 ? `it has ${[...labels.keys()].join(", ")}` : "it has none";
    report(inference, matcher, `${metric} has no label '${matcher.name}'${near}; ${known}`);
  } else if (hasVariable(matcher.value)) {
    report(inference, matcher, `'${matcher.value}': variables of Grafana only work in dashboards`);
  } else {
    const complaint = valueComplaint(metric, matcher, spec);
    if (complaint !== undefined) report(inference, matcher, complaint);
  }
}

/** The values that a label has, or the nearest of many. */
function knownValues(wanted: string, values: readonly string[]): string {
  const some = values.filter((one) => one !== "");
  return some.length > 20 ? suggestion(wanted, some) : `; it is one of ${some.join(", ")}`;
}

function valueComplaint(
  metric: string,
  { name, op, value }: MatcherReference,
  spec: LabelSpec,
): string | undefined {
  // The empty value asks for series without the label.
  if (value === "") return undefined;
  const known = isList(spec) ? knownValues(value, spec) : "";
  if (op === "=" || op === "!=") {
    return isAllowed(spec, value) ? undefined : `${name} of ${metric} is never '${value}'${known}`;
  }
  const { matches } = compileRe2(value);
  if (!matches || !isList(spec) || spec.some(matches)) return undefined;
  return `no value of ${name} of ${metric} matches ${value}${known}`;
}
