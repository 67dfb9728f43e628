import type { ComparisonOperator } from "../promql/extraction.ts";
import { constantComparison } from "./constant-comparison.ts";
import type { AlertModel } from "./rule-model.ts";

/** Whether nothing can keep the alert from ringing: its whole expression is such as `vector(1) > 0`. */
export function ringsAlways({ expr, analysis }: Pick<AlertModel, "expr" | "analysis">): boolean {
  const [only, ...others] = analysis.comparisons;
  const comparison = only && others.length === 0 ? constantComparison(only) : undefined;
  if (!comparison || comparison.bool) return false;
  // Else something else of the expression may keep it from ringing.
  if (comparison.from !== 0 || comparison.to !== expr.length) return false;
  const { values, op, constant } = comparison;
  const number = /^vector\((.+)\)$/.exec(expr.slice(values.from, values.to))?.[1];
  return number !== undefined && holds[op](Number(number), constant);
}

// What is no number, such as time(), becomes NaN here, of which only `!=` would hold.
const holds: Readonly<Record<ComparisonOperator, (left: number, right: number) => boolean>> = {
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right && !Number.isNaN(left),
};
