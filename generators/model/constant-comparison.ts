import type { Span } from "../promql/tree.ts";
import type { Comparison, Operand } from "../promql/extraction.ts";
import { type ComparisonOperator, comparisons } from "../promql/operators.ts";

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
