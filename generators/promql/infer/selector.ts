import type { SyntaxNode } from "@lezer/common";
import type { LabelSpec } from "../../language/label.ts";
import type { Series } from "../catalogue.ts";
import type { Bound, ExpressionType, LabelMap } from "../expression-type.ts";
import type { DurationText, Matcher } from "../extraction.ts";
import { readDuration, surroundings } from "./range.ts";
import { type Inference, holdsVariable, report } from "./inference.ts";
import { isAllowed, isList, acceptedBy, narrowed, united } from "../label-value.ts";
import { modifiersBehind } from "../time-modifier.ts";
import { compileRe2 } from "../re2.ts";
import { readSelector } from "./selector-text.ts";
import { statisticsOfSeries } from "../statistic.ts";
import { suggestion } from "../suggestion.ts";
import { hasVariable } from "../variable.ts";

const unknownVector: ExpressionType = { kind: "vector", unit: "none", condition: false };

export function inferSelector(inference: Inference, node: SyntaxNode): ExpressionType {
  return selection(inference, node, node, undefined);
}

/** A selector with a range in brackets. */
export function inferRangeSelector(inference: Inference, node: SyntaxNode): ExpressionType {
  const [selector, range] = [node.firstChild, node.lastChild];
  if (!selector || !range) return { ...unknownVector, kind: "matrix" };
  const duration = readDuration(inference, range);
  if (selector.name === "VectorSelector") {
    return { ...selection(inference, selector, node, duration), kind: "matrix" };
  }
  report(inference, node, "a range […] must follow a selector; for an expression write a subquery [5m:]");
  return { ...inference.infer(selector), kind: "matrix" };
}

/** `whole` is the selector with its range, if it has one. */
function selection(
  inference: Inference,
  node: SyntaxNode,
  whole: SyntaxNode,
  range: DurationText | undefined,
): ExpressionType {
  const { metric, metricSpan, matchers } = readSelector(inference, node);
  if (metric === undefined && !matchers.some(needsSomething)) {
    report(inference, node, "a selector without a name needs a matcher that does not match the empty string");
  }
  const series = metric === undefined ? [] : seriesOf(inference, metric, matchers, metricSpan);
  const { offset, at } = modifiersBehind(inference.modifiers, whole.to);
  const place = surroundings(inference, whole, range, offset);
  const { from, to } = whole;
  inference.findings.selectors.push({ metric, matchers, series, range, offset, at, ...place, from, to });
  const [first] = series;
  if (!first) return unknownVector;
  const labels = labelsOf(series);
  // Which job a selector means was judged when its series were looked up.
  const judged = matchers.filter(({ name }) => name !== "job" || first.job === undefined);
  if (labels) for (const matcher of judged) checkMatcher(inference, first.name, matcher, labels);
  return typeOf(series, first, labels && narrowedBy(matchers, labels, inference.dashboard));
}

function seriesOf(
  inference: Inference,
  metric: string,
  matchers: readonly Matcher[],
  metricSpan: { readonly from: number; readonly to: number },
): readonly Series[] {
  if (holdsVariable(inference, metricSpan)) return [];
  const isSure = (matcher: Matcher): boolean => !holdsVariable(inference, matcher);
  const { series, complaint } = inference.catalogue.lookup(metric, matchers.filter(isSure));
  if (complaint !== undefined) report(inference, metricSpan, complaint);
  return series;
}

function typeOf(series: readonly Series[], first: Series, labels: LabelMap | undefined): ExpressionType {
  const { type, unit, observed } = first;
  const isRecordedBucketRate = type === "recorded" && observed !== undefined;
  const samples = isRecordedBucketRate ? "bucket rate" : type;
  return {
    kind: "vector",
    labels,
    unit,
    observed,
    samples,
    series,
    bound: boundOf(series),
    statistics: statisticsOfSeries(series),
    condition: false,
  };
}

function boundOf(series: readonly Series[]): Bound | undefined {
  const interval = series.length === 1 ? series[0]?.interval : undefined;
  if (interval) return { kind: "interval", ...interval };
  return series.every(({ type }) => type === "gauge") ? { kind: "series", series } : undefined;
}

/** The labels of all candidates, those that only some have with the empty value too; with the jobs that export them as values of `job`. */
function labelsOf(series: readonly Series[]): LabelMap | undefined {
  if (series.some(({ anyLabels }) => anyLabels)) return undefined;
  const labels = new Map<string, LabelSpec>();
  for (const one of series) {
    for (const [name, spec] of one.labels) labels.set(name, united(labels.get(name) ?? spec, spec));
  }
  for (const [name, spec] of labels) {
    if (series.every((one) => one.labels.has(name))) continue;
    // Of a label that may be anything it cannot be said that it may be missing as well.
    if (isList(spec)) labels.set(name, united(spec, [""]));
    else labels.delete(name);
  }
  const jobs = series.flatMap(({ job }) => job ?? []);
  if (jobs.length === series.length) labels.set("job", [...new Set(jobs)]);
  return labels;
}

function narrowedBy(matchers: readonly Matcher[], labels: LabelMap, dashboard: boolean): LabelMap {
  const left = new Map(labels);
  for (const matcher of matchers) {
    const spec = left.get(matcher.name);
    if (spec === undefined || (dashboard && hasVariable(matcher.value))) continue;
    left.set(matcher.name, narrowed(spec, matcher));
  }
  return left;
}

/** Whether a series must have something for this matcher to accept it. */
function needsSomething(matcher: Matcher): boolean {
  return !acceptedBy(matcher)("");
}

function checkMatcher(inference: Inference, metric: string, matcher: Matcher, labels: LabelMap): void {
  if (holdsVariable(inference, matcher)) return;
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

function valueComplaint(metric: string, { name, op, value }: Matcher, spec: LabelSpec): string | undefined {
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
