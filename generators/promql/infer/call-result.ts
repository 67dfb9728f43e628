import type { SyntaxNode } from "@lezer/common";
import type { LabelSpec } from "../../language/label.ts";
import { type ExpressionType, type LabelMap, unknownType } from "../expression-type.ts";
import type { Matcher } from "../extraction.ts";
import { type FunctionRow, givesTheirValues } from "../functions.ts";
import { type Argument, type Inference, within } from "./inference.ts";
import { inferHistogramCall } from "./histogram.ts";
import { joinedLabel, replacedLabel } from "./label-call.ts";
import { withoutParentheses } from "../parse.ts";
import { resultUnit } from "../result-unit.ts";

/** A call of a function, and what is known about that. */
export interface Call {
  readonly name: string;
  readonly row: FunctionRow;
  readonly node: SyntaxNode;
  readonly args: readonly Argument[];
}

/** What a function gives, when its arguments are as it wants them. */
export function resultOfCall(inference: Inference, call: Call): ExpressionType {
  const { row, args } = call;
  const data = args.find(({ type }) => type.kind === "vector" || type.kind === "matrix")?.type ?? unknownType;
  if (row.labels === "asked for") return inferAbsent(inference, args);
  if (row.of === "histograms") return inferHistogramCall(inference, call);
  if (row.gives === "scalar" || row.labels === "none" || args.length === 0) return withoutSeries(call, data);
  if (row.labels === "kept" && row.values === "samples") return { ...data, kind: "vector" };
  const result: ExpressionType = {
    kind: "vector",
    labels: labelsOf(inference, call, data.labels),
    unit: resultUnit(row.unit, data),
    condition: data.condition,
    bound: givesTheirValues(row) ? data.bound : undefined,
  };
  if (row.addsUp && data.samples === "bucket")
    return { ...result, samples: "bucket rate", observed: data.observed, series: data.series };
  if (call.name === "last_over_time") return { ...result, samples: data.samples, observed: data.observed };
  return result;
}

/** One number, or one series without labels: of the moment of evaluation, where nothing is given. */
function withoutSeries({ name, row, args }: Call, data: ExpressionType): ExpressionType {
  const of = row.takes[0] === "scalar" ? (args[0]?.type ?? data) : data;
  const unit = resultUnit(row.unit, of);
  if (row.gives === "vector") return { kind: "vector", labels: new Map(), unit, condition: false };
  const literal = name === "pi" ? { literal: Math.PI } : {};
  return { kind: "scalar", unit, condition: false, ...literal };
}

function labelsOf(inference: Inference, { name, row, args }: Call, labels: LabelMap | undefined) {
  if (row.labels !== "rewritten") return labels;
  return name === "label_join"
    ? joinedLabel(inference, args, labels)
    : replacedLabel(inference, args, labels);
}

/** absent() makes its labels of what the selector is sure of. */
function inferAbsent(inference: Inference, args: readonly Argument[]): ExpressionType {
  const argument = args[0] && withoutParentheses(args[0].at);
  const isSelector = argument?.name === "VectorSelector" || argument?.name === "MatrixSelector";
  const selector = isSelector ? within(inference.findings.selectors, argument)[0] : undefined;
  // Without the metric's labels this is still known: they are said in the text.
  const labels = selector ? equalLabels(selector.matchers) : new Map<string, LabelSpec>();
  return { kind: "vector", labels, unit: "none", condition: true };
}

/** A label that has another matcher as well is left out. */
function equalLabels(matchers: readonly Matcher[]): Map<string, LabelSpec> {
  const once = matchers.filter(
    ({ name, op }) => op === "=" && matchers.filter((m) => m.name === name).length === 1,
  );
  return new Map(once.filter(({ value }) => value !== "").map(({ name, value }) => [name, [value]]));
}
