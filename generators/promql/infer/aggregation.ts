import type { LabelSpec } from "../../language/label.ts";
import { type AggregationRow, aggregationNamed } from "../aggregations.ts";
import { type ExpressionType, type LabelMap, unknownType } from "../expression-type.ts";
import { kindOfParameter } from "../function-row.ts";
import { whyRefused } from "../refused-functions.ts";
import { resultUnit } from "../result-unit.ts";
import { statisticsAfter } from "../statistic.ts";
import { type AggregationNode, nameSpanOf, type Span, spanOf } from "../tree.ts";
import { reportImpossibleQuantile } from "./call.ts";
import { stillBuckets } from "./buckets.ts";
import { inAggregation } from "./counted.ts";
import { checkLabelsExist, namedLabels } from "./grouping.ts";
import { keysOfAggregation } from "./keys.ts";
import {
  type Argument,
  argument,
  holdsVariable,
  type Inference,
  isVariable,
  kindNames,
  report,
} from "./inference.ts";

interface Aggregation {
  readonly op: string;
  readonly row: AggregationRow;
  readonly span: Span;
  readonly args: readonly Argument[];
}

export function inferAggregation(inference: Inference, node: AggregationNode): ExpressionType {
  const { name: op } = node;
  const span = spanOf(node);
  const modifier = node.without ? "without" : node.by && "by";
  const names = node.without ?? node.by ?? [];
  inference.findings.aggregations.push({ op, modifier, labels: names, ...span });
  const inside = inAggregation(inference.surroundings, op);
  const args = node.args.map((arg) => argument(arg, inference.infer(arg, inside)));
  const row = aggregationNamed(op);
  if (!row) {
    report(inference, nameSpanOf(node), whyRefused(op));
    return unknownType;
  }
  const vector = checkArguments(inference, { op, row, span, args });
  if (!vector) return unknownType;
  const grouping = namedLabels(names, node.labelSpans);
  checkLabelsExist(inference, grouping, vector.type.labels, `${op} ${modifier ?? ""}`);
  const { samples, series } = vector.type;
  const isCounter = samples === "counter" || samples === "bucket";
  // The largest of counters, or any one of them, still is one; a sum falls when one of them restarts.
  const isPicked = isCounter && row.statistics === "kept" && inference.surroundings.isForGrowth === true;
  const isRaw = isCounter && !isPicked && inference.surroundings.isCounted !== true;
  if (isRaw && !row.fitsRawCounters) {
    report(inference, vector.at, `${op} of a raw counter: take rate() or increase() first`);
  }
  const [first = vector] = args;
  const keysOver = (labels: LabelMap | undefined) =>
    keysOfAggregation(node, first.type, vector.type, labels, row.labels === "kept");
  if (row.labels === "kept") return { ...vector.type, keys: keysOver(vector.type.labels) };
  const statistics = statisticsAfter(inference, { name: op, ...row }, span, vector.type.statistics);
  const counter = isPicked ? { samples, series } : {};
  const result = { ...resultOf(inference, row, node, args[0], vector.type), ...counter };
  return { ...result, statistics, keys: row.labels === "grouped" ? keysOver(result.labels) : undefined };
}

/** The vector that is aggregated; undefined when there are too few or too many arguments. */
function checkArguments(inference: Inference, { op, row, span, args }: Aggregation): Argument | undefined {
  const parameter = row.parameter && kindOfParameter(row.parameter);
  const wanted = parameter ? 2 : 1;
  const [first] = args;
  const vector = args.at(-1);
  if (!first || !vector || args.length !== wanted) {
    report(inference, span, `${op} takes ${wanted} argument${wanted > 1 ? "s" : ""}, not ${args.length}`);
    return undefined;
  }
  const { kind } = first.type;
  if (parameter && kind !== parameter && kind !== "unknown" && !holdsVariable(inference, first.node)) {
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
  node: AggregationNode,
  first: Argument | undefined,
  vector: ExpressionType,
): ExpressionType {
  const kept = keptLabels(inference, node, vector.labels);
  const labels = row.labels === "counted" && kept && first ? countedLabel(inference, first, kept) : kept;
  const { condition } = vector;
  const result = { kind: "vector", labels, unit: resultUnit(row.unit, vector), condition } as const;
  const still = row.buckets ? stillBuckets(vector) : {};
  if (still.samples) return { ...result, ...still };
  return row.values === "picked" ? { ...result, bound: vector.bound } : result;
}

function keptLabels(
  inference: Inference,
  { by = [], without }: AggregationNode,
  labels: LabelMap | undefined,
): LabelMap | undefined {
  const names = without ?? by;
  if (names.some((name) => isVariable(inference, name))) return undefined;
  // What is not there was reported; nothing that follows is wrong because of it.
  if (labels && names.some((name) => !labels.has(name))) return undefined;
  if (without) return labels && new Map([...labels].filter(([label]) => !names.includes(label)));
  return new Map(names.map((name): [string, LabelSpec] => [name, labels?.get(name) ?? "*"]));
}

/** count_values() adds a label of the name that is its first argument. */
function countedLabel(inference: Inference, { node }: Argument, labels: LabelMap): LabelMap | undefined {
  if (node.kind !== "string" || isVariable(inference, node.value)) return undefined;
  if (node.value !== "") return new Map([...labels, [node.value, "*"]]);
  report(inference, spanOf(node), "a label needs a name");
  return undefined;
}
