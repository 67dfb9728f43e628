import {
  comparisons as operators,
  isComparison,
  type ComparisonOperator,
} from "../../../promql/operators.ts";
import type { BinaryNode, Node } from "../../../promql/tree.ts";
import { numberIn } from "../numbers.ts";
import { isSelected, someOf, type Values } from "../relation.ts";
import type { OrderRule } from "../rule.ts";
import { isUniquelyMatched, keepsLabels, sameMatching } from "./matching.ts";

export const thresholds: OrderRule = {
  id: "thresholds",
  says: "what is beyond a threshold is beyond one that is less strict",
  relate(first, second, about) {
    const one = conditionOf(first);
    const other = conditionOf(second);
    if (!one || !other) return undefined;
    const relation = about.ask(one.of, other.of);
    if (!relation || !follows(one, other, relation.values)) return undefined;
    const isSameCondition = one.op === other.op && one.bound === other.bound;
    return isSameCondition && relation.values === "same" ? relation : someOf(relation);
  },
};

export const comparedSeries: OrderRule = {
  id: "compared-series",
  says: "what is beyond another series is so too when it moves further",
  relate(first, second, about) {
    const one = comparisonOf(first);
    const other = comparisonOf(second);
    if (!one || !other || !about.isSame(one.right, other.right) || !sameMatching(one, other))
      return undefined;
    const relation = about.ask(one.left, other.left);
    if (!relation || !isUniquelyMatched(one)) return undefined;
    const bound = { bound: 0, of: one.left };
    if (!follows({ ...bound, op: one.op }, { ...bound, op: other.op }, relation.values)) return undefined;
    const isKept = one.op === other.op && relation.values === "same" && !isSelected(relation.presence);
    return isKept ? relation : someOf(relation);
  },
};

export const conditions: OrderRule = {
  id: "conditions",
  says: "a condition only takes series away",
  relate(first, second, about) {
    if (first.kind !== "binary" || !isComparison(first.op) || first.bool) return undefined;
    // A condition that stands to the right of a number lets the series through.
    const series = numberIn(first.left) === undefined ? first.left : first.right;
    if (!keepsLabels(first)) return undefined;
    const relation = about.ask(series, second);
    return relation && someOf(relation);
  },
};

export interface Condition {
  readonly of: Node;
  readonly op: ComparisonOperator;
  readonly bound: number;
}

/** A comparison with a number, which stands on the right. */
export function conditionOf(node: Node): Condition | undefined {
  if (node.kind !== "binary" || !isComparison(node.op) || node.bool) return undefined;
  const right = numberIn(node.right);
  const left = numberIn(node.left);
  if (right !== undefined && left === undefined) return { of: node.left, op: node.op, bound: right };
  if (left === undefined || right !== undefined) return undefined;
  return { of: node.right, op: operators[node.op].mirrored, bound: left };
}

/** A comparison of series. */
function comparisonOf(node: Node): (BinaryNode & { readonly op: ComparisonOperator }) | undefined {
  if (node.kind !== "binary" || node.bool) return undefined;
  const { op } = node;
  return isComparison(op) ? { ...node, op } : undefined;
}

/** Whether the second condition holds where the first does, of values of which the first's are so beside the second's. */
export function follows(one: Omit<Condition, "of">, other: Omit<Condition, "of">, values: Values): boolean {
  if (Number.isNaN(one.bound) || Number.isNaN(other.bound)) return false;
  switch (values) {
    case "same":
      return lies(one, other) || bothEnds(one).some((end) => lies(end, other));
    case "at most":
      return bothEnds(one).some(({ op, bound }) => op.startsWith(">") && lies({ op, bound }, other));
    case "at least":
      return bothEnds(one).some(({ op, bound }) => op.startsWith("<") && lies({ op, bound }, other));
    case "any":
      return false;
  }
}

/** `== 5` is `>= 5` and `<= 5`. */
function bothEnds({ op, bound }: Omit<Condition, "of">): Omit<Condition, "of">[] {
  if (op !== "==") return [{ op, bound }];
  return [
    { op: ">=", bound },
    { op: "<=", bound },
  ];
}

/** Whether all numbers that meet the first condition meet the second. */
function lies(one: Omit<Condition, "of">, other: Omit<Condition, "of">): boolean {
  if (one.op === other.op && one.bound === other.bound) return true;
  const isStrict = one.op === ">" || one.op === "<";
  switch (other.op) {
    case ">":
      return one.op.startsWith(">") && (one.bound > other.bound || (isStrict && one.bound === other.bound));
    case ">=":
      return one.op.startsWith(">") && one.bound >= other.bound;
    case "<":
      return one.op.startsWith("<") && (one.bound < other.bound || (isStrict && one.bound === other.bound));
    case "<=":
      return one.op.startsWith("<") && one.bound <= other.bound;
    case "!=":
      return lies(one, { op: ">", bound: other.bound }) || lies(one, { op: "<", bound: other.bound });
    case "==":
      return false;
  }
}
