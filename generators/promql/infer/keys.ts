import type { ExpressionType, LabelMap } from "../expression-type.ts";
import { type BinaryOperator, isSetOperator, sets } from "../operators.ts";
import type { CatalogueSeries } from "../series.ts";
import type { AggregationNode, BinaryNode } from "../tree.ts";

/** Sets of labels of which each tells the series of a result apart, where fewer than all of its labels do. */
type Keys = ExpressionType["keys"];

/** Those of what is selected: what is declared of a metric holds within its job. */
export function keysOfSeries(series: readonly CatalogueSeries[]): Keys {
  const [first, ...others] = series;
  if (!first || others.length === 0) return first?.keys;
  const [own] = first.keys ?? [];
  const isAlike = others.every(({ keys }) => String(keys?.[0]) === String(own));
  const areOfJobs = series.every(({ job }) => job !== undefined);
  return own && isAlike && areOfJobs ? [[...own, "job"]] : undefined;
}

/** `topk by (job) (1, …)` leaves one for each job; what is grouped away makes two of one only where it told them apart. */
export function keysOfAggregation(
  node: AggregationNode,
  { literal }: ExpressionType,
  of: ExpressionType,
  labels: LabelMap | undefined,
  isChoice: boolean,
): Keys {
  if (!isChoice) return within(of.keys, labels);
  const isOfOne = literal === 1 && !node.without;
  return isOfOne ? [...(of.keys ?? []), node.by ?? []] : of.keys;
}

/** Those of an operator's result: its series are those of the side that has many, or of each side. */
export function keysOfBinary(
  { op, matching }: Pick<BinaryNode, "op" | "matching">,
  left: ExpressionType,
  right: ExpressionType,
  labels: LabelMap | undefined,
): Keys {
  if (isBoth(op)) return undefined;
  if (right.kind !== "vector" || isSetOperator(op)) return left.keys;
  if (left.kind !== "vector") return right.keys;
  if (matching?.groupLeft) return left.keys;
  if (matching?.groupRight) return right.keys;
  return within([...(left.keys ?? []), ...(right.keys ?? [])], labels);
}

function isBoth(op: BinaryOperator): boolean {
  return isSetOperator(op) && sets[op].takes === "both";
}

/** Those whose labels are all still there. */
function within(keys: Keys, labels: LabelMap | undefined): Keys {
  return labels && keys?.filter((key) => key.every((label) => labels.has(label)));
}

/** Those that do not rest on a label that got another value. */
export function keysWithout(keys: Keys, label: string | undefined): Keys {
  return label === undefined ? undefined : keys?.filter((key) => !key.includes(label));
}
