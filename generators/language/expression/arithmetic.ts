import type { ArithmeticOperator } from "../../promql/operators.ts";
import { calculatedUnit } from "../../promql/result-unit.ts";
import type { VectorMatching } from "../../promql/tree.ts";
import type { Labels } from "../label.ts";
import type { Quantity, Threshold } from "../quantity.ts";
import type { Dimension, DivUnit, MulUnit, SameUnit, SubUnit } from "../unit.ts";
import {
  type ExprIn,
  type Expression,
  type LabelsOf,
  type OperandUnit,
  type UnitOf,
  unitOf,
} from "./expression.ts";
import {
  type CommonLabel,
  type EitherLabel,
  type Joined,
  type LeftLabel,
  type NotWritten,
  type Matchable,
  type Matching,
  type RightLabel,
  type Shift,
  operandUnit,
  operate,
} from "./matching.ts";
import type { Vector } from "./vector.ts";

/**
 * Arithmetic between this vector and a number, a quantity or an expression.
 * @refuses memory.add(queue)
 * @refuses errorRate.div(queue)
 * @refuses memory.div(build, { on: ["job"], group_left: ["version"] })
 * @refuses queue.div(queue, { groupLeft: [] })
 * @check joins-are-unique
 * @check joins-bear-added-labels
 */
export interface Calculating<L extends Labels, U extends string> {
  /**
   * Plus a value of the same unit: `… + …`. Refuses other units and sides that never match.
   * @example memory.add(mib(100))
   */
  add<
    R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
    GroupLeft extends RightLabel<R> = NotWritten,
    GroupRight extends LeftLabel<L> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, U>;
  /**
   * Minus a value of the same unit; two timestamps give seconds: `… - …`. Refuses other units and sides that never match.
   * @example expiry.sub(time())
   */
  sub<
    R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
    GroupLeft extends RightLabel<R> = NotWritten,
    GroupRight extends LeftLabel<L> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, Difference<U, R>>;
  /**
   * Times a number, a quantity or an expression: `… * …`, in the product of the units; a ratio keeps the unit.
   * @example memory.mul(build, { on: ["job", "instance"], groupLeft: ["version"] })
   */
  mul<
    R extends number | Quantity<Dimension> | ExprIn<string>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
    GroupLeft extends RightLabel<R> = NotWritten,
    GroupRight extends LeftLabel<L> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, MulUnit<U, UnitOf<R>>>;
  /**
   * Divided by a number, a quantity or an expression: `… / …`; of the same unit it is a ratio. Refuses sides that never match.
   * @example requests.rate("5m").sumBy("job").div(queue.sumBy("job"))
   */
  div<
    R extends number | Quantity<Dimension> | ExprIn<string>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
    GroupLeft extends RightLabel<R> = NotWritten,
    GroupRight extends LeftLabel<L> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, DivUnit<U, OperandUnit<U, R>>>;
  /**
   * The remainder of a division by a number: `… % 60`, in the unit of the value.
   * @example queue.mod(10)
   */
  mod(divisor: number): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /**
   * To the power of a number: `… ^ 2`; no unit.
   * @example queue.pow(2)
   */
  pow(exponent: number): Vector<L, "none">;
}

/** The unit of `U` minus `R`. */
export type Difference<U extends string, R> = R extends number ? U : SubUnit<U, OperandUnit<U, R>>;

/** A method that calculates with `op`; a quantity on the right is written in the unit of the left, or in `quantityIn`. */
function calculation(op: ArithmeticOperator, quantityIn?: string) {
  return function calculate(this: Expression, right: unknown, matching?: VectorMatching): Expression {
    const own = unitOf(this);
    const written = quantityIn ?? own;
    // A plain number that is subtracted has the unit of the left side.
    const isOfOwn = op === "-" && typeof right === "number";
    const unit = isOfOwn ? own : calculatedUnit(op, own, operandUnit(right, written));
    return operate(this, { op, right, matching, unit, quantityIn: written });
  };
}

export const calculating = {
  add: calculation("+"),
  sub: calculation("-"),
  // In its base unit: percent(50) of something is 0.5 of it, even of a value in percent.
  mul: calculation("*", "none"),
  div: calculation("/"),
  mod: calculation("%"),
  pow: calculation("^"),
};

/** A single number that PromQL computes. With a vector it makes a vector. */
export interface Scalar<U extends string> extends ExprIn<U> {
  /**
   * Plus a value of the same unit: `… + …`.
   * @example time().add(days(7))
   */
  add<R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>>(right: R): Calculated<R, U>;
  /**
   * Minus a value of the same unit; two timestamps give seconds: `… - …`.
   * @example time().sub(expiry)
   */
  sub<R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>>(right: R): Calculated<R, Difference<U, R>>;
  /**
   * Times a number, a quantity or an expression: `… * …`, in the product of the units; a ratio keeps the unit.
   * @example time().mul(2)
   */
  mul<R extends number | Quantity<Dimension> | ExprIn<string>>(
    right: R,
  ): Calculated<R, MulUnit<U, UnitOf<R>>>;
  /**
   * Divided by a number, a quantity or an expression: `… / …`; of the same unit it is a ratio.
   * @example time().div(60)
   */
  div<R extends number | Quantity<Dimension> | ExprIn<string>>(
    right: R,
  ): Calculated<R, DivUnit<U, OperandUnit<U, R>>>;
}

/** What a calculation with `R` gives: of a scalar another one. */
export type Calculated<R, U extends string> = [LabelsOf<R>] extends [never]
  ? Scalar<U>
  : Vector<LabelsOf<R>, U>;
