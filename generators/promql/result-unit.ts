import { unitArithmetic } from "../language/unit.ts";
import { arithmetic, type ArithmeticOperator } from "./operators.ts";

/**
 * The unit of a result: that of the values, the same by the second, that of two values' difference, that of what was observed,
 * or always this one.
 */
export type UnitRule =
  "same" | "per second" | "difference" | "observed" | "none" | "count" | "bool" | "ratio" | "timestamp";

/** What the values measure; of a histogram's buckets and their rates also what was observed. */
export interface Measured {
  readonly unit: string;
  readonly observed?: string | undefined;
}

export function resultUnit(rule: UnitRule, { unit, observed = "none" }: Measured): string {
  switch (rule) {
    case "same":
      return unit;
    case "per second":
      return unitArithmetic.perSecond(unit);
    case "difference":
      return unitArithmetic.sub(unit, unit);
    case "observed":
      return observed;
    default:
      return rule;
  }
}

/** The unit of `left op right`. */
export function calculatedUnit(op: ArithmeticOperator, left: string, right: string): string {
  switch (arithmetic[op].unit) {
    case "sum":
      return left;
    case "difference":
      return unitArithmetic.sub(left, right);
    case "product":
      return unitArithmetic.mul(left, right);
    case "quotient":
      return unitArithmetic.div(left, right);
    case "remainder":
      return unitArithmetic.sub(left, left);
    case "none":
      return "none";
  }
}
