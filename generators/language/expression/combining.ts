import type { Labels, Only } from "../label.ts";
import type { Condition } from "./condition.ts";
import type { Expression } from "./expression.ts";
import type { CommonLabel, EitherLabel, LeftOut, Matchable, SetMatching } from "./matching.ts";
import { operate } from "./operand.ts";
import type { AnyVector, LabelsOf } from "./phantom.ts";
import type { VectorMatching } from "../../promql/tree.ts";
import type { SetOperator } from "../../promql/operators.ts";
import type { Vector } from "./vector.ts";

// A method and not a function type: see aggregating.ts.
type Restriction<L extends Labels, U extends string> = {
  method<
    R extends AnyVector,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: SetMatching<On, Ignoring>,
  ): Condition<L, U>;
}["method"];

/** The series of this side that the other side has too, or has not. */
export interface Restricting<L extends Labels, U extends string> {
  readonly and: Restriction<L, U>;
  readonly unless: Restriction<L, U>;
}

/** Series of two vectors together. */
export interface Combining<L extends Labels, U extends string> extends Restricting<L, U> {
  /** The series of this side, and those of the other that match none of them. Has the labels that both sides have. */
  or<
    R extends AnyVector,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
  >(
    right: R,
    matching?: SetMatching<On, Ignoring>,
  ): Vector<Only<L, keyof LabelsOf<R>>, U>;
}

function combination(op: SetOperator) {
  return function combine(this: Expression, right: unknown, matching?: VectorMatching): Expression {
    return operate(this, { op, right, matching });
  };
}

export const combining = {
  and: combination("and"),
  or: combination("or"),
  unless: combination("unless"),
};
