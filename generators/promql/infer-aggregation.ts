import type { SyntaxNode } from "@lezer/common";
import type { LabelSpec } from "../language/label.ts";
import { type ExpressionType, type LabelMap, unknownType } from "./expression-type.ts";
import { type NamedLabel, checkLabelsExist, namesOf, readGrouping } from "./grouping.ts";
import { reportImpossibleQuantile } from "./infer-call.ts";
import { type Argument, type Inference, holdsVariable, kindNames, read, report } from "./inference.ts";
import { childrenOf, withoutParentheses } from "./parse.ts";
import { experimentalAggregations, experimentalComplaint } from "./signatures.ts";
import { statisticsAfter } from "./statistic.ts";
import { stringValue } from "./string-literal.ts";

/** What the aggregations take before the vector. */
const parameterKinds: Readonly<Record<string, "scalar" | "string">> = {
  topk: "scalar",
  bottomk: "scalar",
  quantile: "scalar",
  count_values: "string",
};

/** These do not add up what a raw counter counted since some start of its process. */
const fitForRawCounters: ReadonlySet<string> = new Set(["count", "group", "topk", "bottomk", "count_values"]);

/** These give values of the samples they are given, or values between them. */
const keepBound: ReadonlySet<string> = new Set(["avg", "max", "min", "quantile"]);

interface Modifier {
  readonly kind: "by" | "without" | undefined;
  readonly grouping: readonly NamedLabel[];
}

export function inferAggregation(inference: Inference, node: SyntaxNode): ExpressionType {
  const operator = node.getChild("AggregateOp") ?? node;
  const op = read(inference, operator).toLowerCase();
  const modifier = readModifier(inference, node.getChild("AggregateModifier") ?? undefined);
  const { from, to } = node;
  inference.findings.aggregations.push({
    op,
    modifier: modifier.kind,
    labels: namesOf(modifier.grouping),
    from,
    to,
  });
  const body = node.getChild("FunctionCallBody");
  const args = (body ? childrenOf(body) : []).map((at): Argument => ({ at, type: inference.infer(at) }));
  if (experimentalAggregations.has(op)) {
    report(inference, operator, experimentalComplaint(op));
    return unknownType;
  }
  const vector = checkArguments(inference, op, node, args);
  if (!vector) return unknownType;
  checkLabelsExist(inference, modifier.grouping, vector.type.labels, `${op} ${modifier.kind ?? ""}`);
  const { samples } = vector.type;
  if ((samples === "counter" || samples === "bucket") && !fitForRawCounters.has(op)) {
    report(inference, vector.at, `${op} of a raw counter: take rate() or increase() first`);
  }
  if (op === "topk" || op === "bottomk") return vector.type;
  const statistics = statisticsAfter(inference, op, node, vector.type.statistics);
  return { ...resultOf(inference, op, modifier, args[0], vector.type), statistics };
}

function readModifier(inference: Inference, node: SyntaxNode | undefined): Modifier {
  if (!node) return { kind: undefined, grouping: [] };
  const list = node.getChild("GroupingLabels") ?? undefined;
  return { kind: node.getChild("By") ? "by" : "without", grouping: readGrouping(inference, list) };
}

/** The vector that is aggregated; undefined when there are too few or too many arguments. */
function checkArguments(
  inference: Inference,
  op: string,
  node: SyntaxNode,
  args: readonly Argument[],
): Argument | undefined {
  const parameter = parameterKinds[op];
  const wanted = parameter ? 2 : 1;
  const [first] = args;
  const vector = args.at(-1);
  if (!first || !vector || args.length !== wanted) {
    report(inference, node, `${op} takes ${wanted} argument${wanted > 1 ? "s" : ""}, not ${args.length}`);
    return undefined;
  }
  const { kind } = first.type;
  if (parameter && kind !== parameter && kind !== "unknown" && !holdsVariable(inference, first.at)) {
    report(inference, first.at, `${op} needs ${kindNames[parameter]} first`);
  }
  if (vector.type.kind !== "vector" && vector.type.kind !== "unknown") {
    report(inference, vector.at, `${op} needs an instant vector, not ${kindNames[vector.type.kind]}`);
  }
  if (op === "quantile") reportImpossibleQuantile(inference, op, first.at, first.type.literal);
  return vector;
}

function resultOf(
  inference: Inference,
  op: string,
  modifier: Modifier,
  first: Argument | undefined,
  vector: ExpressionType,
): ExpressionType {
  const kept = keptLabels(inference, modifier, vector.labels);
  const labels = op === "count_values" && kept && first ? countedLabel(inference, first, kept) : kept;
  const { condition, observed, series } = vector;
  const result = { kind: "vector", labels, unit: unitOf(op, vector.unit), condition } as const;
  if (op === "sum" && vector.samples === "bucket rate")
    return { ...result, samples: "bucket rate", observed, series };
  return keepBound.has(op) ? { ...result, bound: vector.bound } : result;
}

function keptLabels(
  inference: Inference,
  { kind, grouping }: Modifier,
  labels: LabelMap | undefined,
): LabelMap | undefined {
  const names = namesOf(grouping);
  if (grouping.some(({ at }) => holdsVariable(inference, at))) return undefined;
  // What is not there was reported; nothing that follows is wrong because of it.
  if (labels && names.some((name) => !labels.has(name))) return undefined;
  if (kind === "without") return labels && new Map([...labels].filter(([label]) => !names.includes(label)));
  return new Map(names.map((name): [string, LabelSpec] => [name, labels?.get(name) ?? "*"]));
}

/** count_values() adds a label of the name that is its first argument. */
function countedLabel(inference: Inference, name: Argument, labels: LabelMap): LabelMap | undefined {
  const literal = withoutParentheses(name.at);
  if (literal.name !== "StringLiteral" || holdsVariable(inference, literal)) return undefined;
  const label = stringValue(inference, literal);
  if (label !== "") return new Map([...labels, [label, "*"]]);
  report(inference, literal, "a label needs a name");
  return undefined;
}

function unitOf(op: string, unit: string): string {
  if (op === "count") return "count";
  return ["group", "stdvar", "count_values"].includes(op) ? "none" : unit;
}
