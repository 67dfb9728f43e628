import type { Labels } from "../label.ts";
import type { Threshold } from "../quantity.ts";
import type { SameUnit } from "../unit.ts";
import type { Condition } from "./condition.ts";
import type { Expression } from "./expression.ts";
import type {
  CommonLabel,
  EitherLabel,
  Joined,
  LeftLabel,
  LeftOut,
  Matchable,
  Matching,
  RightLabel,
} from "./matching.ts";
import { operate } from "./operand.ts";
import type { ExprIn } from "./phantom.ts";
import type { VectorMatching } from "../../promql/tree.ts";
import type { ComparisonOperator } from "../../promql/operators.ts";

// A method and not a function type: see aggregating.ts.
type Comparison<L extends Labels, U extends string> = {
  method<
    // Spelled out, because a message shows the name of an alias and not what it stands for.
    R extends Threshold<U> | ExprIn<SameUnit<U>>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
    GroupLeft extends RightLabel<R> = LeftOut,
    GroupRight extends LeftLabel<L> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Condition<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, U>;
}["method"];

/** The series for which a comparison holds. */
export interface Comparing<L extends Labels, U extends string> {
  /** Greater than. */
  readonly gt: Comparison<L, U>;
  /** Greater than or equal. */
  readonly gte: Comparison<L, U>;
  /** Less than. */
  readonly lt: Comparison<L, U>;
  /** Less than or equal. */
  readonly lte: Comparison<L, U>;
  /** Equal. */
  readonly eq: Comparison<L, U>;
  /** Not equal. */
  readonly ne: Comparison<L, U>;
}

function comparison(op: ComparisonOperator) {
  return function compare(this: Expression, right: unknown, matching?: VectorMatching): Expression {
    return operate(this, { op, right, matching });
  };
}

export const comparing = {
  gt: comparison(">"),
  gte: comparison(">="),
  lt: comparison("<"),
  lte: comparison("<="),
  eq: comparison("=="),
  ne: comparison("!="),
};
