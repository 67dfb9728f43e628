import type { Labels } from "../label.ts";
import type { Quantity, Threshold } from "../quantity.ts";
import {
  unitArithmetic,
  type Dimension,
  type DivUnit,
  type MulUnit,
  type SameUnit,
  type SubUnit,
} from "../unit.ts";
import { unitOf, type Expression } from "./expression.ts";
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
import { operandUnit, operate, type Shift } from "./operand.ts";
import type { ExprIn, OperandUnit, UnitOf } from "./phantom.ts";
import type { VectorMatching } from "./tree.ts";
import type { Vector } from "./vector.ts";

/** Arithmetic between this vector and a number, a quantity or an expression. */
export interface Calculating<L extends Labels, U extends string> {
  add<
    R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
    GroupLeft extends RightLabel<R> = LeftOut,
    GroupRight extends LeftLabel<L> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, U>;
  sub<
    R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
    GroupLeft extends RightLabel<R> = LeftOut,
    GroupRight extends LeftLabel<L> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, Difference<U, R>>;
  mul<
    R extends number | Quantity<Dimension> | ExprIn<string>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
    GroupLeft extends RightLabel<R> = LeftOut,
    GroupRight extends LeftLabel<L> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, MulUnit<U, UnitOf<R>>>;
  div<
    R extends number | Quantity<Dimension> | ExprIn<string>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
    GroupLeft extends RightLabel<R> = LeftOut,
    GroupRight extends LeftLabel<L> = LeftOut,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Vector<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, DivUnit<U, OperandUnit<U, R>>>;
  /** The remainder of a division. */
  mod(divisor: number): Vector<L, U>;
  pow(exponent: number): Vector<L, "none">;
}

/** The unit of `U` less `R`. */
export type Difference<U extends string, R> = R extends number ? U : SubUnit<U, OperandUnit<U, R>>;

export const calculating = {
  add(this: Expression, right: unknown, matching?: VectorMatching) {
    return operate(this, { op: "+", right, matching });
  },
  sub(this: Expression, right: unknown, matching?: VectorMatching) {
    const own = unitOf(this);
    const unit = typeof right === "number" ? own : unitArithmetic.sub(own, operandUnit(right, own));
    return operate(this, { op: "-", right, matching, unit });
  },
  mul(this: Expression, right: unknown, matching?: VectorMatching) {
    // In its base unit: percent(50) of something is 0.5 of it, also when that is itself in percent.
    const quantityIn = "none";
    const unit = unitArithmetic.mul(unitOf(this), operandUnit(right, quantityIn));
    return operate(this, { op: "*", right, matching, unit, quantityIn });
  },
  div(this: Expression, right: unknown, matching?: VectorMatching) {
    const own = unitOf(this);
    return operate(this, {
      op: "/",
      right,
      matching,
      unit: unitArithmetic.div(own, operandUnit(right, own)),
    });
  },
  mod(this: Expression, divisor: number) {
    return operate(this, { op: "%", right: divisor });
  },
  pow(this: Expression, exponent: number) {
    return operate(this, { op: "^", right: exponent, unit: "none" });
  },
};
