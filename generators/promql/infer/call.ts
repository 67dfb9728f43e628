import type { LabelSpec } from "../../language/label.ts";
import { type ExpressionType, type LabelMap, unknownType } from "../expression-type.ts";
import type { MatcherReference } from "../extraction.ts";
import { type FunctionRow, kindOfParameter, type ParameterKind } from "../function-row.ts";
import { functionNamed, givesTheirValues } from "../functions.ts";
import { whyRefused } from "../refused-functions.ts";
import { resultUnit } from "../result-unit.ts";
import { statisticsAfter } from "../statistic.ts";
import { type CallNode, nameSpanOf, type Span, spanOf } from "../tree.ts";
import { stillBuckets } from "./buckets.ts";
import { inCall } from "./counted.ts";
import { inferHistogramCall } from "./histogram.ts";
import {
  type Argument,
  argument,
  type TypedCall,
  holdsVariable,
  type Inference,
  kindNames,
  report,
  within,
} from "./inference.ts";
import { keysWithout } from "./keys.ts";
import { joinedLabel, replacedLabel, textOf } from "./label-call.ts";

const parameterNames: Readonly<Record<ParameterKind, string>> = {
  vector: "an instant vector",
  matrix: "a range vector (…[5m])",
  scalar: "a scalar",
  string: "a string",
};

export function inferCall(inference: Inference, node: CallNode): ExpressionType {
  const { name } = node;
  const span = spanOf(node);
  inference.findings.functions.push({ name, ...span });
  const inside = inCall(inference.surroundings, name);
  const args = node.args.map((arg) => argument(arg, inference.infer(arg, inside)));
  const row = functionNamed(name);
  if (!row) {
    report(inference, nameSpanOf(node), whyRefused(name));
    return unknownType;
  }
  const { least, most, words } = argumentCount(row);
  if (args.length < least || args.length > most) {
    report(inference, span, `${name}() takes ${words}, not ${args.length}`);
    return unknownType;
  }
  const call = { name, row, span, args };
  checkArguments(inference, call);
  checkSamples(inference, call);
  checkQuantile(inference, call);
  const computed = args.flatMap(({ type }) => type.statistics ?? []);
  return {
    ...resultOfCall(inference, call),
    statistics: statisticsAfter(inference, { name, ...row }, span, computed),
  };
}

/** How many arguments, and that in words: `1 argument`, `1 to 2 arguments`, `3 or more arguments`. */
function argumentCount({ takes, last }: FunctionRow): { least: number; most: number; words: string } {
  const all = takes.length;
  if (last === "repeated") return { least: all - 1, most: Infinity, words: `${all - 1} or more arguments` };
  if (last === "optional") return { least: all - 1, most: all, words: `${all - 1} to ${all} arguments` };
  return { least: all, most: all, words: `${all} argument${all === 1 ? "" : "s"}` };
}

function checkArguments(inference: Inference, { name, row: { takes }, args }: TypedCall): void {
  args.forEach(({ node, at, type }, index) => {
    const parameter = takes[Math.min(index, takes.length - 1)];
    const wanted = parameter && kindOfParameter(parameter);
    if (!wanted || type.kind === wanted || type.kind === "unknown" || holdsVariable(inference, node)) return;
    const fix = wanted === "matrix" && type.kind === "vector" ? ": add a range" : "";
    report(
      inference,
      at,
      `${name}() needs ${parameterNames[wanted]} here, not ${kindNames[type.kind]}${fix}`,
    );
  });
}

/** rate() counts resets, which a gauge has not; deriv() takes them for a fall, which a counter has not. */
function checkSamples(inference: Inference, { name, row, args }: TypedCall): void {
  const argument = args.find(({ type }) => type.kind === "matrix");
  const samples = argument?.type.samples;
  if (!argument || !samples) return;
  const what = argument.type.series?.[0]?.name ?? "this";
  const isCounter = samples === "counter" || samples === "bucket";
  if (row.for === "counters" && !isCounter) {
    const isRecorded = argument.type.series?.[0]?.type === "recorded";
    const kind = samples === "gauge" ? "a gauge" : isRecorded ? "a recording rule" : "a rate already";
    report(inference, argument.at, `${name}() is for counters, and ${what} is ${kind}`);
  }
  if (row.for === "gauges" && isCounter) {
    const misnamed = samples === "counter" ? "; if it falls too, declare it with gauge({ … })" : "";
    report(
      inference,
      argument.at,
      `${name}() is for gauges, and ${what} is a counter: use rate() or increase()${misnamed}`,
    );
  }
}

function checkQuantile(inference: Inference, { name, row: { takes }, args }: TypedCall): void {
  args.forEach(({ at, type }, index) => {
    if (takes[index] === "quantile") reportImpossibleQuantile(inference, `${name}()`, at, type.literal);
  });
}

/** Outside of 0 to 1 Prometheus answers with an infinity, and only notes it. */
export function reportImpossibleQuantile(
  inference: Inference,
  name: string,
  at: Span,
  quantile: number | undefined,
): void {
  if (quantile === undefined || (quantile >= 0 && quantile <= 1)) return;
  const meant = quantile > 1 && quantile <= 100 ? `: write ${quantile / 100}` : "";
  report(inference, at, `${name} takes a quantile from 0 to 1, not ${quantile}${meant}`);
}

/** What a function gives, when its arguments are as it wants them. */
function resultOfCall(inference: Inference, call: TypedCall): ExpressionType {
  const { row, args } = call;
  const data = args.find(({ type }) => type.kind === "vector" || type.kind === "matrix")?.type ?? unknownType;
  if (row.labels === "asked for") return inferAbsent(inference, args);
  if (row.of === "histograms") return inferHistogramCall(inference, call);
  if (row.gives === "scalar" || row.labels === "none" || args.length === 0) return withoutSeries(call, data);
  if (row.labels === "kept" && row.values === "samples") return { ...data, kind: "vector" };
  const result: ExpressionType = {
    kind: "vector",
    labels: labelsOf(inference, call, data.labels),
    keys: keysOfCall(inference, call, data),
    unit: resultUnit(row.unit, data),
    condition: data.condition,
    bound: givesTheirValues(row) ? data.bound : undefined,
  };
  if (row.buckets) {
    const buckets =
      data.samples === "bucket" && row.addsUp ? { ...data, samples: "bucket rate" as const } : data;
    const still = stillBuckets(buckets);
    if (still.samples) return { ...result, ...still };
  }
  if (call.name === "last_over_time") return { ...result, samples: data.samples, observed: data.observed };
  // The largest, or the mean, of what was counted since some start of the process says no more than the last of it.
  if (data.samples === "counter" && row.unit === "same" && row.for === undefined)
    return { ...result, samples: "counter", series: data.series };
  return result;
}

/** One number, or one series without labels: of the time of evaluation, where nothing is given. */
function withoutSeries({ name, row, args }: TypedCall, data: ExpressionType): ExpressionType {
  const of = row.takes[0] === "scalar" ? (args[0]?.type ?? data) : data;
  const unit = resultUnit(row.unit, of);
  if (row.gives === "vector") return { kind: "vector", labels: new Map(), unit, condition: false };
  const literal = name === "pi" ? { literal: Math.PI } : {};
  return { kind: "scalar", unit, condition: false, ...literal };
}

function labelsOf(inference: Inference, { name, row, args }: TypedCall, labels: LabelMap | undefined) {
  if (row.labels !== "rewritten") return labels;
  return name === "label_join"
    ? joinedLabel(inference, args, labels)
    : replacedLabel(inference, args, labels);
}

/** Over a window one series may have followed another, which nothing but their other labels tells apart. */
function keysOfCall(inference: Inference, { row, args }: TypedCall, { kind, keys }: ExpressionType) {
  if (kind !== "vector") return undefined;
  return row.labels === "rewritten" ? keysWithout(keys, textOf(inference, args[1])) : keys;
}

/** absent() makes its labels of what the selector is sure of. */
function inferAbsent(inference: Inference, args: readonly Argument[]): ExpressionType {
  const node = args[0]?.node;
  const isSelector = node?.kind === "selector" || node?.kind === "range";
  const selector = isSelector ? within(inference.findings.selectors, spanOf(node))[0] : undefined;
  // Without the metric's labels this is still known: they are said in the text.
  const labels = selector ? equalLabels(selector.matchers) : new Map<string, LabelSpec>();
  return { kind: "vector", labels, unit: "none", condition: true };
}

/** A label that has another matcher as well is left out. */
function equalLabels(matchers: readonly MatcherReference[]): Map<string, LabelSpec> {
  const once = matchers.filter(
    ({ name, op }) => op === "=" && matchers.filter((m) => m.name === name).length === 1,
  );
  return new Map(once.filter(({ value }) => value !== "").map(({ name, value }) => [name, [value]]));
}
