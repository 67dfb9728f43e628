import type { FunctionOf } from "../../promql/functions.ts";
import { type Node, numberNode } from "../../promql/tree.ts";
import type { Labels } from "../label.ts";
import type { Threshold } from "../quantity.ts";
import { convert, dimensionOf, isScaledUnit, refuseMisspelt } from "../unit-scale.ts";
import type { Convertible, Spelt, Unit } from "../unit.ts";
import type { Scalar } from "./arithmetic.ts";
import type { Condition } from "./condition.ts";
import { type ExprIn, type Expression, called, derive, nodeOf, unitOf } from "./expression.ts";
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

/** The unit of the values. */
export interface Converting<L extends Labels, U extends string> {
  /**
   * The same values in another unit of the dimension: seconds `.in("days")` is `… / 86400`. Refuses a unit that measures something else.
   * @example memory.in("mebibytes")
   * @refuses memory.in("seconds")
   */
  in<V extends Convertible<U>>(unit: V): Vector<L, V>;
  /**
   * Sets the unit where it cannot be inferred; nothing is printed: `errors.div(limit).as("ratio")`.
   * @example queue.mul(2).as("orders")
   * @refuses queue.as("sec")
   */
  as<V extends Unit>(unit: Spelt<V>): Vector<L, V>;
}

export const converting = {
  in(this: Expression, to: string) {
    const from = unitOf(this);
    if (!isScaledUnit(from) || !isScaledUnit(to) || dimensionOf(from) !== dimensionOf(to)) {
      throw new TypeError(`${from} cannot be converted to ${to}`);
    }
    const shrink = convert(1, to, from);
    if (shrink === 1) return derive(this, nodeOf(this), to);
    // The whole number of the two: / 86400 and not * 0.0000115740740740741.
    const [op, by] = shrink > 1 ? (["/", shrink] as const) : (["*", convert(1, from, to)] as const);
    return derive(this, { kind: "binary", op, left: nodeOf(this), right: numberNode(by) }, to);
  },
  as(this: Expression, to: string) {
    refuseMisspelt(to);
    return derive(this, nodeOf(this), to);
  },
};

type Timestamps = ExprIn<"timestamp" | "none">;

/**
 * Parts of the date of timestamps, in UTC.
 * @refuses queue.hour()
 */
export interface Dating<L extends Labels> {
  /**
   * The minute of a timestamp, 0 to 59, in UTC: `minute(…)`. Refuses what is no timestamp.
   * @example expiry.minute()
   */
  minute(this: Timestamps): Vector<L, "none">;
  /**
   * The hour of a timestamp, 0 to 23, in UTC: `hour(…)`; `vector(time()).hour().gte(9)`.
   * @example vector(time()).hour().gte(9)
   */
  hour(this: Timestamps): Vector<L, "none">;
  /**
   * The day of the week, 0 is Sunday, in UTC: `day_of_week(…)`.
   * @example expiry.dayOfWeek()
   */
  dayOfWeek(this: Timestamps): Vector<L, "none">;
  /**
   * The day of the month, 1 to 31, in UTC: `day_of_month(…)`.
   * @example expiry.dayOfMonth()
   */
  dayOfMonth(this: Timestamps): Vector<L, "none">;
  /**
   * The day of the year, 1 to 366, in UTC: `day_of_year(…)`.
   * @example expiry.dayOfYear()
   */
  dayOfYear(this: Timestamps): Vector<L, "none">;
  /**
   * How many days the month has, in UTC: `days_in_month(…)`.
   * @example expiry.daysInMonth()
   */
  daysInMonth(this: Timestamps): Vector<L, "none">;
  /**
   * The month, 1 is January, in UTC: `month(…)`.
   * @example expiry.month()
   */
  month(this: Timestamps): Vector<L, "none">;
  /**
   * The year, in UTC: `year(…)`.
   * @example expiry.year()
   */
  year(this: Timestamps): Vector<L, "none">;
}

function part(name: FunctionOf<"dates">) {
  return function partOfDate(this: Expression): Expression {
    return called(this, name, nodeOf(this));
  };
}

export const dating = {
  minute: part("minute"),
  hour: part("hour"),
  dayOfWeek: part("day_of_week"),
  dayOfMonth: part("day_of_month"),
  dayOfYear: part("day_of_year"),
  daysInMonth: part("days_in_month"),
  month: part("month"),
  year: part("year"),
};
