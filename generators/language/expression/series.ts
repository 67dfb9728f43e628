import type { FunctionOf } from "../../promql/functions.ts";
import { type Node, numberNode } from "../../promql/tree.ts";
import { type Duration, durationText } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { Quantity } from "../quantity.ts";
import type { PerSecond } from "../unit.ts";
import { type Expression, called, type counted, type measured, nodeOf } from "./expression.ts";
import { operandNode } from "./matching.ts";
import type { Counting } from "./aggregating.ts";
import type { AbsenceMethods, Selector } from "./selector.ts";
import type { Vector } from "./vector.ts";

// A method and not a function type: see aggregating.ts.
type Over<L extends Labels, U extends string> = {
  method(range: Duration, step?: Duration): Vector<L, U>;
}["method"];

/**
 * Functions of the values of the last `range`, for each series.
 *
 * For a metric without a `step` these are its raw samples; otherwise the expression is evaluated every `step` (a subquery).
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
  quantileOverTime(q: number, range: Duration, step?: Duration): Vector<L, U>;
}

/** The values of an expression over a time. */
export function rangeOf(of: Expression, range: string, step?: string): Node {
  const node = nodeOf(of);
  const text = durationText(range);
  if (node.kind === "selector" && step === undefined) return { kind: "range", of: node, range: text };
  return {
    kind: "subquery",
    of: node,
    range: text,
    ...(step === undefined ? {} : { step: durationText(step) }),
  };
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

/**
 * A metric that only grows, and restarts at 0. Only its growth means something.
 * @refuses requests.rate("5")
 * @refuses requests.gt(100)
 * @check rate-windows-hold-four-scrapes
 */
export interface Counter<L extends Labels, U extends string, Pinned extends string = never>
  extends Selector<L>, AbsenceMethods<L, Pinned>, Counting<L> {
  readonly [counted]: U;
  /**
   * Growth per second, over the last `range`: `rate(…[5m])`, in the unit per second.
   *
   * In a rule, a series with a label of any value (`"*"`) that begins with its first increment counts from 0.
   * @example requests.rate("5m")
   * @check births-are-heard
   */
  rate(range: Duration): Vector<L, PerSecond<U>>;
  /**
   * Growth per second, between the last two samples: `irate(…[5m])`, in the unit per second.
   *
   * It never hears a series that begins with its first increment; a rule takes `rate`.
   * @example requests.irate("5m")
   * @check births-are-heard
   */
  irate(range: Duration): Vector<L, PerSecond<U>>;
  /**
   * Growth in the last `range`: `increase(…[5m])`, in the unit of the counter.
   *
   * In a rule, a series with a label of any value (`"*"`) that begins with its first increment counts from 0.
   * @example requests.increase("5m")
   * @check births-are-heard
   */
  increase(range: Duration): Vector<L, U>;
  /**
   * How often it restarted at 0 in the last `range`: `resets(…[1h])`, in `count`.
   * @example requests.resets("1h")
   */
  resets(range: Duration): Vector<L, "count">;
  /**
   * The count itself as a vector, for the few expressions that need it; nothing is printed. To count series, `requests.countBy("path")`;
   * what is counted in the end may be added up before.
   * @example requests.raw().sumBy("instance", "path").countBy("instance")
   */
  raw(): Vector<L, U>;
}

export const ofCounters = {
  rate: over("rate"),
  irate: over("irate"),
  increase: over("increase"),
  resets: over("resets"),
  raw(this: Expression) {
    return this;
  },
};

/**
 * A metric that goes up and down: its value means something by itself.
 * @refuses memory.rate("5m")
 * @check ranges-fit-retention
 * @check instant-reads-find-a-sample
 */
export interface Gauge<L extends Labels, U extends string, Pinned extends string = never>
  extends Vector<L, U>, Selector<L>, AbsenceMethods<L, Pinned> {
  readonly [measured]: U;
  // Both a vector and a metric can be absent; of a metric, some of its series can.
  /**
   * 1 when no series has these label values: `absent(…)`; `.absent({ job: "shop" })`. The result has these labels.
   * @example memory.absent({ kind: "heap" })
   */
  readonly absent: AbsenceMethods<L, Pinned>["absent"];
  /**
   * How often the value changed in the last `range`: `changes(…[5m])`, in `count`.
   * @example memory.changes("10m")
   */
  changes(range: Duration): Vector<L, "count">;
  /**
   * The last value of the range minus the first: `delta(…[5m])`, in the unit of the gauge; of timestamps in seconds.
   * @example memory.delta("10m")
   */
  delta(range: Duration): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /**
   * The last value minus the one before: `idelta(…[5m])`, in the unit of the gauge; of timestamps in seconds.
   * @example memory.idelta("10m")
   */
  idelta(range: Duration): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /**
   * The slope of the values per second: `deriv(…[10m])`, in the unit per second.
   * @example memory.deriv("10m")
   */
  deriv(range: Duration): Vector<L, PerSecond<U>>;
  /**
   * The value expected `ahead`, by the trend of the last `range`: `predict_linear(…[6h], 14400)`.
   * @example memory.predictLinear("6h", hours(4))
   * @refuses memory.predictLinear("6h", 14400)
   */
  predictLinear(range: Duration, ahead: Quantity<"time">): Vector<L, U>;
}

export const ofGauges = {
  changes: over("changes"),
  delta: over("delta"),
  idelta: over("idelta"),
  deriv: over("deriv"),
  predictLinear(this: Expression, range: string, ahead: unknown) {
    return called(this, "predict_linear", rangeOf(this, range), operandNode(ahead, "seconds"));
  },
};
