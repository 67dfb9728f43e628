import type { Analysis } from "./analysis.ts";
import { aggregationNamed } from "./aggregations.ts";
import type { Span } from "./tree.ts";
import { functionNamed } from "./functions.ts";
import { isComparison, isSetOperator, sets, type ComparisonOperator, comparisons } from "./operators.ts";
import { formatQuantity } from "../text/quantity.ts";
import type { Comparison, Operand } from "./extraction.ts";

/** The comparison that an alert fires by, when there is exactly one number that its value is compared with. */
export interface AlertThreshold {
  readonly op: ComparisonOperator;
  /** In the unit of the expression. */
  readonly value: number;
  readonly unit: string;
  /** As people write it: `500 ms`, `5 %`, `12 GB`. */
  readonly text: string;
}

/**
 * The number that the value of an alert is compared with; undefined when there is none, or more than one.
 *
 * A comparison beside the value decides over what is counted or divided, or on which occasion it fires, and is no threshold:
 * within a function, in a calculation, to the right of `and` and `unless`.
 */
export function thresholdOf(analysis: Analysis): AlertThreshold | undefined {
  const asides = asidesOf(analysis);
  const deciding = analysis.comparisons
    .filter((comparison) => !comparison.bool && !asides.some((aside) => contains(aside, comparison)))
    .flatMap((comparison) => constantComparison(comparison) ?? []);
  const [first, ...others] = deciding;
  if (!first || others.some((other) => !isSame(first, other))) return undefined;
  const { unit } = first.values.type;
  return { op: first.op, value: first.constant, unit, text: formatQuantity(first.constant, unit) };
}

/** The pieces of an expression whose samples are not the ones that it gives. */
function asidesOf({ functions, aggregations, joins, comparisons }: Analysis): Span[] {
  return [
    ...functions.filter(({ name }) => functionNamed(name)?.values !== "samples"),
    ...aggregations.filter(({ op }) => aggregationNamed(op)?.values !== "samples"),
    ...joins.flatMap(({ op, left, right }) => {
      if (isSetOperator(op)) return sets[op].takes === "both" ? [] : [right];
      return isComparison(op) ? [] : [left, right];
    }),
    // A comparison of two vectors gives the samples of its left side.
    ...comparisons.flatMap(({ left, right }) => (left.type.kind === "scalar" ? [] : [right])),
  ];
}

function isSame(a: ConstantComparison, b: ConstantComparison): boolean {
  return a.op === b.op && a.constant === b.constant && a.values.type.unit === b.values.type.unit;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** A comparison of values with a number, read from the side of the values: `5 < x` is `x > 5`. */
export interface ConstantComparison extends Span {
  readonly values: Operand;
  readonly op: ComparisonOperator;
  readonly constant: number;
  readonly bool: boolean;
}

/** Undefined when neither side, or each, is a constant. */
export function constantComparison(comparison: Comparison): ConstantComparison | undefined {
  const { left, right, op, bool, from, to } = comparison;
  const [first, second] = [left.type.literal, right.type.literal];
  if (first === undefined && second !== undefined) {
    return { values: left, op, constant: second, bool, from, to };
  }
  if (first !== undefined && second === undefined) {
    return { values: right, op: comparisons[op].mirrored, constant: first, bool, from, to };
  }
  return undefined;
}
