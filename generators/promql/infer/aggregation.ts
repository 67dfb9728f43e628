import type { SyntaxNode } from "@lezer/common";
import type { LabelSpec } from "../../language/label.ts";
import { type AggregationRow, aggregationNamed } from "../aggregations.ts";
import { type ExpressionType, type LabelMap, unknownType } from "../expression-type.ts";
import { type NamedLabel, checkLabelsExist, namesOf, readGrouping } from "./grouping.ts";
import { reportImpossibleQuantile } from "./call.ts";
import { type Argument, type Inference, holdsVariable, kindNames, read, report } from "./inference.ts";
import { childrenOf, withoutParentheses } from "../parse.ts";
import { kindOfParameter } from "../parameter.ts";
import { whyRefused } from "../refused-functions.ts";
import { resultUnit } from "../result-unit.ts";
import { statisticsAfter } from "../statistic.ts";
import { stringValue } from "./string-value.ts";

interface Aggregation {
  readonly op: string;
  readonly row: AggregationRow;
  readonly node: SyntaxNode;
  readonly args: readonly Argument[];
}

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
  const row = aggregationNamed(op);
  if (!row) {
    report(inference, operator, whyRefused(op));
    return unknownType;
  }
  const vector = checkArguments(inference, { op, row, node, args });
  if (!vector) return unknownType;
  checkLabelsExist(inference, modifier.grouping, vector.type.labels, `${op} ${modifier.kind ?? ""}`);
  const { samples } = vector.type;
  if ((samples === "counter" || samples === "bucket") && !row.fitsRawCounters) {
    report(inference, vector.at, `${op} of a raw counter: take rate() or increase() first`);
  }
  if (row.labels === "kept") return vector.type;
  const statistics = statisticsAfter(inference, { name: op, ...row }, node, vector.type.statistics);
  return { ...resultOf(inference, row, modifier, args[0], vector.type), statistics };
}

function readModifier(inference: Inference, node: SyntaxNode | undefined): Modifier {
  if (!node) return { kind: undefined, grouping: [] };
  const list = node.getChild("GroupingLabels") ?? undefined;
  return { kind: node.getChild("By") ? "by" : "without", grouping: readGrouping(inference, list) };
}

/** The vector that is aggregated; undefined when there are too few or too many arguments. */
function checkArguments(inference: Inference, { op, row, node, args }: Aggregation): Argument | undefined {
  const parameter = row.parameter && kindOfParameter(row.parameter);
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
  if (row.parameter === "quantile") reportImpossibleQuantile(inference, op, first.at, first.type.literal);
  return vector;
}

function resultOf(
  inference: Inference,
  row: AggregationRow,
  modifier: Modifier,
  first: Argument | undefined,
  vector: ExpressionType,
): ExpressionType {
  const kept = keptLabels(inference, modifier, vector.labels);
  const labels = row.labels === "counted" && kept && first ? countedLabel(inference, first, kept) : kept;
  const { condition, observed, series } = vector;
  const result = { kind: "vector", labels, unit: resultUnit(row.unit, vector), condition } as const;
  if (row.addsUp && vector.samples === "bucket rate")
    return { ...result, samples: "bucket rate", observed, series };
  return row.values === "picked" ? { ...result, bound: vector.bound } : result;
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
