import type { FunctionOf } from "../../promql/functions.ts";
import type { Labels } from "../label.ts";
import { type ExprIn, type Expression, called, nodeOf } from "./expression.ts";
import type { Vector } from "./vector.ts";

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
