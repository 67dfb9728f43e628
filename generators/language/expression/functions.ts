import type { FunctionOf } from "../../promql/functions.ts";
import { type Node, numberNode } from "../../promql/tree.ts";
import type { Labels } from "../label.ts";
import type { Threshold } from "../quantity.ts";
import type { Scalar } from "./arithmetic.ts";
import type { Condition } from "./condition.ts";
import { type Expression, called, derive, nodeOf, unitOf } from "./expression.ts";
import { operandNode } from "./matching.ts";
import type { Vector } from "./vector.ts";

/**
 * Functions of single values, and of the order of the series.
 * @refuses requests.abs()
 * @refuses errorRate.clamp(0, 100)
 */
export interface Transforming<L extends Labels, U extends string> {
  /**
   * The value without its sign: `abs(…)`; labels and unit stay.
   * @example queue.abs()
   */
  abs(): Vector<L, U>;
  /**
   * Rounded up to a whole number: `ceil(…)`; labels and unit stay.
   * @example queue.ceil()
   */
  ceil(): Vector<L, U>;
  /**
   * Rounded down to a whole number: `floor(…)`; labels and unit stay.
   * @example queue.floor()
   */
  floor(): Vector<L, U>;
  /**
   * Rounded to the nearest multiple of `to`, or to a whole number: `round(…, 0.1)`; labels and unit stay.
   * @example queue.round(10)
   */
  round(to?: number): Vector<L, U>;
  /**
   * The value, kept between two limits in its unit: `clamp(…, 0, 1)`.
   * @example errorRate.clamp(0, percent(100))
   */
  clamp(min: Threshold<U>, max: Threshold<U>): Vector<L, U>;
  /**
   * The value, or the limit where it is below: `clamp_min(…, 1)`.
   * @example memory.clampMin(mib(1))
   */
  clampMin(min: Threshold<U>): Vector<L, U>;
  /**
   * The value, or the limit where it is above: `clamp_max(…, 1)`.
   * @example errorRate.clampMax(percent(100))
   */
  clampMax(max: Threshold<U>): Vector<L, U>;
  /**
   * The value with the opposite sign: `-(…)`; labels and unit stay.
   * @example queue.neg()
   */
  neg(): Vector<L, U>;
  /**
   * -1, 0 or 1, by the sign of the value: `sgn(…)`; no unit.
   * @example queue.sgn()
   */
  sgn(): Vector<L, "none">;
  /**
   * e to the power of the value: `exp(…)`; no unit.
   * @example queue.exp()
   */
  exp(): Vector<L, "none">;
  /**
   * The natural logarithm: `ln(…)`; no unit.
   * @example queue.ln()
   */
  ln(): Vector<L, "none">;
  /**
   * The logarithm to base 2: `log2(…)`; no unit.
   * @example queue.log2()
   */
  log2(): Vector<L, "none">;
  /**
   * The logarithm to base 10: `log10(…)`; no unit.
   * @example queue.log10()
   */
  log10(): Vector<L, "none">;
  /**
   * The square root: `sqrt(…)`; no unit.
   * @example queue.sqrt()
   */
  sqrt(): Vector<L, "none">;
  /**
   * Smallest value first: `sort(…)`. Only tables of a dashboard keep the order.
   * @example queue.sort()
   */
  sort(): Vector<L, U>;
  /**
   * Largest value first: `sort_desc(…)`. Only tables of a dashboard keep the order.
   * @example queue.sortDesc()
   */
  sortDesc(): Vector<L, U>;
  /**
   * When each sample was taken: `timestamp(…)`, a timestamp.
   * @example queue.timestamp()
   */
  timestamp(): Vector<L, "timestamp">;
  /**
   * 1 when there is no such series: `absent(…)`. Of a metric, `.absent({ job: "shop" })` says which.
   * @example errorRate.absent()
   */
  absent(): Condition<{}, "none">;
  /**
   * The value of the only series, or NaN if there is none or several: `scalar(…)`.
   * @example queue.sum().scalar()
   */
  scalar(): Scalar<U>;
}

/** A method that calls the function `name` of its expression alone. */
function call(name: FunctionOf<"numbers" | "series">) {
  return function transform(this: Expression): Expression {
    return called(this, name, nodeOf(this));
  };
}

/** A method that calls the function `name` with limits in the unit of the value. */
function callWithLimits(name: FunctionOf<"numbers">) {
  return function limit(this: Expression, ...limits: readonly unknown[]): Expression {
    const nodes: readonly Node[] = limits.map((each) => operandNode(each, unitOf(this)));
    return called(this, name, nodeOf(this), ...nodes);
  };
}

export const transforming = {
  abs: call("abs"),
  ceil: call("ceil"),
  floor: call("floor"),
  round(this: Expression, to?: number) {
    return called(this, "round", nodeOf(this), ...(to === undefined ? [] : [numberNode(to)]));
  },
  clamp: callWithLimits("clamp"),
  clampMin: callWithLimits("clamp_min"),
  clampMax: callWithLimits("clamp_max"),
  neg(this: Expression) {
    return derive(this, { kind: "negation", of: nodeOf(this) });
  },
  sgn: call("sgn"),
  exp: call("exp"),
  ln: call("ln"),
  log2: call("log2"),
  log10: call("log10"),
  sqrt: call("sqrt"),
  sort: call("sort"),
  sortDesc: call("sort_desc"),
  timestamp: call("timestamp"),
  scalar: call("scalar"),
};
