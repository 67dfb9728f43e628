import type { FunctionOf } from "../../promql/functions.ts";
import type { Labels } from "../label.ts";
import { called, nodeOf, type Expression } from "./expression.ts";
import type { ExprIn } from "./phantom.ts";
import type { Vector } from "./vector.ts";

type Moments = ExprIn<"timestamp" | "none">;

/** Parts of a date, of values that are moments; all in UTC. */
export interface Dating<L extends Labels> {
  minute(this: Moments): Vector<L, "none">;
  /** 0 to 23. */
  hour(this: Moments): Vector<L, "none">;
  /** 0 is Sunday. */
  dayOfWeek(this: Moments): Vector<L, "none">;
  dayOfMonth(this: Moments): Vector<L, "none">;
  dayOfYear(this: Moments): Vector<L, "none">;
  daysInMonth(this: Moments): Vector<L, "none">;
  /** 1 is January. */
  month(this: Moments): Vector<L, "none">;
  year(this: Moments): Vector<L, "none">;
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
