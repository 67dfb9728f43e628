import type { Span } from "../promql/diagnostic.ts";
import type { Comparison, ComparisonOperator, Operand } from "../promql/extraction.ts";

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
    return { values: right, op: mirrored[op], constant: first, bool, from, to };
  }
  return undefined;
}

/** What a comparison is when its sides change places. */
export const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  ">": "<",
  "<": ">",
  ">=": "<=",
  "<=": ">=",
  "==": "==",
  "!=": "!=",
};
