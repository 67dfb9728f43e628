import type { Quantity, Threshold } from "../quantity.ts";
import type { Dimension, DivUnit, MulUnit, SameUnit } from "../unit.ts";
import type { Difference } from "./calculating.ts";
import type { Shift } from "./operand.ts";
import type { ExprIn, LabelsOf, OperandUnit, UnitOf } from "./phantom.ts";
import type { Vector } from "./vector.ts";

/** A single number that PromQL computes. With a vector it makes a vector. */
export interface Scalar<U extends string> extends ExprIn<U> {
  add<R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>>(right: R): Calculated<R, U>;
  sub<R extends Threshold<U> | ExprIn<SameUnit<U>> | Shift<U>>(right: R): Calculated<R, Difference<U, R>>;
  mul<R extends number | Quantity<Dimension> | ExprIn<string>>(
    right: R,
  ): Calculated<R, MulUnit<U, UnitOf<R>>>;
  div<R extends number | Quantity<Dimension> | ExprIn<string>>(
    right: R,
  ): Calculated<R, DivUnit<U, OperandUnit<U, R>>>;
}

type Calculated<R, U extends string> = [LabelsOf<R>] extends [never] ? Scalar<U> : Vector<LabelsOf<R>, U>;
