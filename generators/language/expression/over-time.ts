import type { FunctionOf } from "../../promql/functions.ts";
import { type Node, numberNode } from "../../promql/tree.ts";
import { type Duration, durationText } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { Quantity } from "../quantity.ts";
import type { PerSecond } from "../unit.ts";
import { type Expression, called, type labelsOf, nodeOf } from "./expression.ts";
import { operandNode } from "./matching.ts";
import type { Vector } from "./vector.ts";

/** From one evaluation of a subquery to the next; as often as rules are evaluated, if the server is to say it. */
export type Step = Duration | "evaluation interval";

// A method and not a function type: see aggregating.ts.
type Over<L extends Labels, U extends string> = {
  method(range: Duration, step?: Step): Vector<L, U>;
}["method"];

/**
 * Functions of the values of the last `range`, for each series.
 *
 * For a metric without a `step` these are its raw samples; otherwise the expression is evaluated every `step` (a subquery): without one, or
 * by `"evaluation interval"`, as often as the server evaluates rules.
 *
 * @refuses memory.avgOverTime("5")
 * @refuses requests.maxOverTime("1h")
 * @check windows-hold-two-scrapes
 * @check ranges-fit-retention
 */
export interface OverTime<L extends Labels, U extends string> {
  /**
   * The mean of the values of the last `range`: `avg_over_time(…[1h])`; labels and unit stay.
   * @example memory.avgOverTime("1h")
   */
  readonly avgOverTime: Over<L, U>;
  /**
   * The smallest of the values of the last `range`: `min_over_time(…[1h])`; labels and unit stay.
   * @example memory.minOverTime("1h")
   */
  readonly minOverTime: Over<L, U>;
  /**
   * The largest of the values of the last `range`: `max_over_time(…[1h])`; labels and unit stay.
   * @example memory.maxOverTime("1h")
   */
  readonly maxOverTime: Over<L, U>;
  /**
   * The sum of the values of the last `range`: `sum_over_time(…[1h])`; labels and unit stay.
   * @example memory.sumOverTime("1h")
   */
  readonly sumOverTime: Over<L, U>;
  /**
   * The last of the values of the last `range`: `last_over_time(…[1h])`; labels and unit stay.
   * @example memory.lastOverTime("1h")
   */
  readonly lastOverTime: Over<L, U>;
  /**
   * The standard deviation of the values of the last `range`: `stddev_over_time(…[1h])`; labels and unit stay.
   * @example memory.stddevOverTime("1h")
   */
  readonly stddevOverTime: Over<L, U>;
  /**
   * The variance of the values of the last `range`: `stdvar_over_time(…[1h])`, in no unit.
   * @example memory.stdvarOverTime("1h")
   */
  readonly stdvarOverTime: Over<L, "none">;
  /**
   * How many samples there were in the last `range`: `count_over_time(…[1h])`, in `count`.
   * @example memory.countOverTime("1h")
   */
  readonly countOverTime: Over<L, "count">;
  /**
   * 1 when there was any sample in the last `range`: `present_over_time(…[1h])`, in `bool`.
   * @example memory.presentOverTime("1h")
   */
  readonly presentOverTime: Over<L, "bool">;
  /**
   * The `q`-quantile (0 to 1) of the values of the last `range`: `quantile_over_time(0.95, …[1h])`; labels and unit stay.
   * @example memory.quantileOverTime(0.95, "1h")
   */
  quantileOverTime(q: number, range: Duration, step?: Step): Vector<L, U>;
}

/** How the values of the last `range` changed, for each series; with a `step` as for the functions above. */
export interface Trending<L extends Labels, U extends string> {
  /**
   * How often the value changed in the last `range`: `changes(…[5m])`, in `count`.
   * @example memory.changes("10m")
   */
  changes(range: Duration, step?: Step): Vector<L, "count">;
  /**
   * The last value of the range minus the first: `delta(…[5m])`, in the same unit; of timestamps in seconds.
   * @example memory.delta("10m")
   */
  delta(range: Duration, step?: Step): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /**
   * The last value minus the one before: `idelta(…[5m])`, in the same unit; of timestamps in seconds.
   * @example memory.idelta("10m")
   */
  idelta(range: Duration, step?: Step): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /**
   * The slope of the values per second: `deriv(…[10m])`, in the unit per second.
   * @example memory.deriv("10m")
   */
  deriv(range: Duration, step?: Step): Vector<L, PerSecond<U>>;
  /**
   * The value expected `ahead`, by the trend of the last `range`: `predict_linear(…[6h], 14400)`.
   * @example memory.predictLinear("6h", hours(4))
   * @refuses memory.predictLinear("6h", 14400)
   */
  predictLinear(range: Duration, ahead: Quantity<"time">, step?: Step): Vector<L, U>;
}

/** The growth of what only grows, and restarts at 0. */
export interface Growing<L extends Labels, U extends string> {
  readonly [labelsOf]: L;
  /**
   * Growth per second of a result that only grows: `rate((…)[5m:1m])`, in the unit per second.
   * @example requests.raw().maxWithout("path").asCounter().rate("5m", "1m")
   */
  rate(range: Duration, step?: Step): Vector<L, PerSecond<U>>;
  /**
   * Growth per second of a result, between its last two evaluations: `irate((…)[5m:1m])`, in the unit per second.
   * @example requests.raw().maxWithout("path").asCounter().irate("5m", "1m")
   */
  irate(range: Duration, step?: Step): Vector<L, PerSecond<U>>;
  /**
   * Growth of a result that only grows: `increase((…)[15m:1m])`, in its unit.
   * @example requests.raw().maxWithout("path").asCounter().increase("15m", "1m")
   */
  increase(range: Duration, step?: Step): Vector<L, U>;
  /**
   * How often a result restarted at 0: `resets((…)[1h:1m])`, in `count`.
   * @example requests.raw().maxWithout("path").asCounter().resets("1h", "1m")
   */
  resets(range: Duration, step?: Step): Vector<L, "count">;
}

/** The values of an expression over a time. */
export function rangeOf(of: Expression, range: string, step?: string): Node {
  const node = nodeOf(of);
  const text = durationText(range);
  if (node.kind === "selector" && step === undefined) return { kind: "range", of: node, range: text };
  const isServers = step === undefined || step === ("evaluation interval" satisfies Step);
  return { kind: "subquery", of: node, range: text, ...(isServers ? {} : { step: durationText(step) }) };
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

export const trending = {
  changes: over("changes"),
  delta: over("delta"),
  idelta: over("idelta"),
  deriv: over("deriv"),
  predictLinear(this: Expression, range: string, ahead: unknown, step?: string) {
    return called(this, "predict_linear", rangeOf(this, range, step), operandNode(ahead, "seconds"));
  },
};
