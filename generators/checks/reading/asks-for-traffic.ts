import type { Analysis } from "../../promql/analysis.ts";
import type { Join, Operand } from "../../promql/extraction.ts";
import { comparisons, isComparison } from "../../promql/operators.ts";
import { printPromql } from "../../promql/print.ts";
import type { Node } from "../../promql/tree.ts";
import { contains } from "./spans.ts";

/** Whether what it gives counts only where its right side is not 0, such as `a / b < 0.5 and b > 0`. */
export function asksForTraffic(ratio: Join, analysis: Analysis): boolean {
  const isOfWhole = isZeroOf(printPromql(ratio.right.node));
  return analysis.joins.some(({ op, left, right }) => {
    if (op !== "and" && op !== "unless") return false;
    const sides = op === "and" ? [left, right] : [left];
    const guarded = sides.find((side) => contains(side, ratio));
    if (!guarded || isMerged(ratio, guarded, analysis)) return false;
    const guard = guarded === left ? right : left;
    return isOfWhole(guard.node) === (op === "unless");
  });
}

/** Whether a comparison holds where this is 0; undefined: it is about something else. */
function isZeroOf(whole: string): (guard: Node) => boolean | undefined {
  return (guard) => {
    if (guard.kind !== "binary" || !isComparison(guard.op) || guard.bool === true) return undefined;
    const { left, right, op } = guard;
    if (right.kind === "number" && printPromql(left) === whole) return comparisons[op].holds(0, right.value);
    if (left.kind === "number" && printPromql(right) === whole) return comparisons[op].holds(left.value, 0);
    return undefined;
  };
}

/** Whether others or other times are in what is guarded: what is not a number has spoilt it before. */
function isMerged(ratio: Join, guarded: Operand, { aggregations, subqueries }: Analysis): boolean {
  return [...aggregations, ...subqueries].some((one) => contains(guarded, one) && contains(one, ratio));
}
