import type { BinaryNode } from "../tree.ts";
import {
  arithmetic,
  type ComparisonOperator,
  comparisons,
  isArithmetic,
  isComparison,
  isSetOperator,
  sets,
  type SetOperator,
} from "../operators.ts";
import { keepLabels, labelKey, type VectorElement, type ExpressionValue } from "./value.ts";

/** What an operator makes of two values; undefined where series of both sides do not belong together one by one. */
export function combine(
  node: BinaryNode,
  left: ExpressionValue,
  right: ExpressionValue,
  notice: Notice = () => undefined,
): ExpressionValue | undefined {
  const apply = operation(node, notice);
  if (typeof left === "number" && typeof right === "number") return apply(left, right, left);
  if (typeof left === "number" && typeof right !== "number") {
    return elements(right, ({ value }) => apply(left, value, value));
  }
  if (typeof right === "number" && typeof left !== "number") {
    return elements(left, ({ value }) => apply(value, right, value));
  }
  if (typeof left === "number" || typeof right === "number") return undefined;
  return isSetOperator(node.op)
    ? combineSets({ ...node, op: node.op }, left, right)
    : combineSeries(node, left, right, apply);
}

/** Whether the comparison of two numbers holds: rounded, because sums depend on the order of what is added. */
export function holdsFor(op: ComparisonOperator, left: number, right: number): boolean {
  return comparisons[op].holds(rounded(left), rounded(right));
}

/** Told of two numbers of which one was to be the greater, and that are the same to the last digit. */
export type Notice = () => void;

type Apply = (left: number, right: number, kept: number) => number | undefined;

function operation({ op, bool = false }: BinaryNode, notice: Notice): Apply {
  if (isArithmetic(op)) return arithmetic[op].calculate;
  // Sets are made of whole series.
  if (!isComparison(op)) return () => undefined;
  const holds = (left: number, right: number) => {
    if (left === right && op !== "==" && op !== "!=") notice();
    return holdsFor(op, left, right);
  };
  if (bool) return (left, right) => (holds(left, right) ? 1 : 0);
  return (left, right, kept) => (holds(left, right) ? kept : undefined);
}

function combineSets(
  node: BinaryNode & { readonly op: SetOperator },
  left: readonly VectorElement[],
  right: readonly VectorElement[],
) {
  const { takes, keeps } = sets[node.op];
  const key = keyOf(node, [...left, ...right]);
  const isIn = (side: readonly VectorElement[]) => {
    const keys = new Set(side.map(key));
    return (element: VectorElement) => keys.has(key(element));
  };
  const [isLeft, isRight] = [isIn(left), isIn(right)];
  const kept = left.filter((element) => (isRight(element) ? keeps.matched : keeps.alone));
  return takes === "both" ? [...kept, ...right.filter((element) => !isLeft(element))] : kept;
}

function combineSeries(
  node: BinaryNode,
  left: readonly VectorElement[],
  right: readonly VectorElement[],
  apply: Apply,
): readonly VectorElement[] | undefined {
  const { on, ignoring = [], groupLeft, groupRight } = node.matching ?? {};
  const [many, one] = groupRight ? [right, left] : [left, right];
  const key = keyOf(node, [...left, ...right]);
  const ones = new Map(one.map((element) => [key(element), element]));
  if (ones.size < one.length) return undefined;
  const extra = groupLeft ?? groupRight;
  if (!extra && new Set(many.map(key)).size < many.length) return undefined;
  return many.flatMap((element) => {
    const other = ones.get(key(element));
    if (!other) return [];
    const [a, b] = groupRight ? [other, element] : [element, other];
    const value = apply(a.value, b.value, a.value);
    const labels = extra
      ? { ...keepLabels(element.labels, extra, false), ...keepLabels(other.labels, extra, true) }
      : on
        ? keepLabels(element.labels, on, true)
        : keepLabels(element.labels, ignoring, false);
    return value === undefined ? [] : [{ labels, value }];
  });
}

/** What tells which series of two sides belong together. */
function keyOf({ matching = {} }: BinaryNode, all: readonly VectorElement[]) {
  const { on, ignoring = [] } = matching;
  const names = on ?? [...new Set(all.flatMap(({ labels }) => Object.keys(labels)))].sort();
  const compared = names.filter((name) => !ignoring.includes(name));
  return ({ labels }: VectorElement) => labelKey(labels, compared);
}

function elements(
  list: readonly VectorElement[],
  change: (element: VectorElement) => number | undefined,
): VectorElement[] {
  return list.flatMap((element) => {
    const value = change(element);
    return value === undefined ? [] : [{ ...element, value }];
  });
}

/** 12 digits: what lies behind is the noise of binary fractions. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
