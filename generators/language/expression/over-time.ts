import type { FunctionOf } from "../../promql/functions.ts";
import type { Duration } from "../duration.ts";
import type { Labels } from "../label.ts";
import { called, nodeOf, type Expression } from "./expression.ts";
import { numberNode, type Node } from "../../promql/tree.ts";
import type { Vector } from "./vector.ts";

// A method and not a function type: see aggregating.ts.
type Over<L extends Labels, U extends string> = {
  method(range: Duration, step?: Duration): Vector<L, U>;
}["method"];

/**
 * Functions of the values of the last `range`, for each series.
 *
 * Of a selector without a `step` these are its raw samples; else the expression is evaluated every `step` (a subquery).
 */
export interface OverTime<L extends Labels, U extends string> {
  readonly avgOverTime: Over<L, U>;
  readonly minOverTime: Over<L, U>;
  readonly maxOverTime: Over<L, U>;
  readonly sumOverTime: Over<L, U>;
  readonly lastOverTime: Over<L, U>;
  readonly stddevOverTime: Over<L, U>;
  /** In the square of the unit. */
  readonly stdvarOverTime: Over<L, "none">;
  /** How many samples there were. */
  readonly countOverTime: Over<L, "count">;
  /** 1 when there was any sample. */
  readonly presentOverTime: Over<L, "bool">;
  quantileOverTime(q: number, range: Duration, step?: Duration): Vector<L, U>;
}

/** The values of an expression over a time. */
export function rangeOf(of: Expression, range: string, step?: string): Node {
  const node = nodeOf(of);
  if (node.kind === "selector" && step === undefined) return { kind: "range", of: node, range };
  return { kind: "subquery", of: node, range, ...(step === undefined ? {} : { step }) };
}

/** A method that calls a function of a window and of nothing else. */
export function over(name: FunctionOf<"window">) {
  return function overTime(this: Expression, range: string, step?: string): Expression {
    return called(this, name, rangeOf(this, range, step));
  };
}

export const overTime = {
  avgOverTime: over("avg_over_time"),
  minOverTime: over("min_over_time"),
  maxOverTime: over("max_over_time"),
  sumOverTime: over("sum_over_time"),
  lastOverTime: over("last_over_time"),
  stddevOverTime: over("stddev_over_time"),
  stdvarOverTime: over("stdvar_over_time"),
  countOverTime: over("count_over_time"),
  presentOverTime: over("present_over_time"),
  quantileOverTime(this: Expression, q: number, range: string, step?: string) {
    return called(this, "quantile_over_time", numberNode(q), rangeOf(this, range, step));
  },
};
