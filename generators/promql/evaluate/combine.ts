import type { BinaryNode } from "../tree.ts";
import {
  arithmetic,
  type ComparisonOperator,
  comparisons,
  isArithmetic,
  isComparison,
  isSetOperator,
  sets,
  type SetRow,
} from "../operators.ts";
import { forLabels } from "../once.ts";
import { keepLabels, labelKey, seriesKey, type VectorElement, type ExpressionValue } from "./value.ts";

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
    ? combineSets(node, sets[node.op], { left, right })
    : combineSeries(node, left, right, apply);
}

/** Whether the comparison of two numbers holds: rounded, because sums depend on the order of what is added. */
export function holdsFor(op: ComparisonOperator, left: number, right: number): boolean {
  const { holds } = comparisons[op];
  return areApart(left, right) ? holds(left, right) : holds(rounded(left), rounded(right));
}

// Of two numbers that differ by much more than what rounding changes, it takes long to round them and changes nothing.
const farMoreThanRounding = 1e-9;

function areApart(left: number, right: number): boolean {
  return Math.abs(left - right) > farMoreThanRounding * Math.max(Math.abs(left), Math.abs(right));
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
  node: BinaryNode,
  { takes, keeps }: SetRow,
  { left, right }: Readonly<Record<"left" | "right", readonly VectorElement[]>>,
) {
  const key = keyIn(node);
  const isIn = (side: readonly VectorElement[]) => {
    const keys = new Set(side.map(key));
    return (element: VectorElement) => keys.has(key(element));
  };
  const isRight = isIn(right);
  const kept = left.filter((element) => (isRight(element) ? keeps.matched : keeps.alone));
  if (takes !== "both") return kept;
  const isLeft = isIn(left);
  return [...kept, ...right.filter((element) => !isLeft(element))];
}

function combineSeries(
  node: BinaryNode,
  left: readonly VectorElement[],
  right: readonly VectorElement[],
  apply: Apply,
): readonly VectorElement[] | undefined {
  const { groupLeft, groupRight } = node.matching ?? {};
  const [many, one] = groupRight ? [right, left] : [left, right];
  const key = keyIn(node);
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
      : matchedLabels(node, element.labels);
    return value === undefined ? [] : [{ labels, value }];
  });
}

/** The labels of a result of which each series has one on either side. */
const matchedLabels = forLabels(({ matching: { on, ignoring = [] } = {} }: BinaryNode, labels) =>
  on ? keepLabels(labels, on, true) : keepLabels(labels, ignoring, false),
);

/** What tells which series of two sides belong together. */
function keyIn(node: BinaryNode): (element: VectorElement) => string {
  return ({ labels }) => matchedKey(node, labels);
}

const matchedKey = forLabels(({ matching: { on, ignoring = [] } = {} }: BinaryNode, labels) => {
  if (on)
    return labelKey(
      labels,
      on.filter((name) => !ignoring.includes(name)),
    );
  // A label that is empty is as good as none.
  const others = Object.entries(labels).filter(([name, value]) => value !== "" && !ignoring.includes(name));
  return seriesKey({ labels: Object.fromEntries(others) });
});

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
