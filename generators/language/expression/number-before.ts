import type { ArithmeticOperator, ComparisonOperator } from "../../promql/operators.ts";
import { calculatedUnit } from "../../promql/result-unit.ts";
import { amountOf, type Quantity, type Threshold } from "../quantity.ts";
import type { Dimension, DivUnit, MulUnit } from "../unit.ts";
import type { Calculated } from "./arithmetic.ts";
import type { Condition } from "./condition.ts";
import {
  type AnyVector,
  type ExprIn,
  type Expression,
  type LabelsOf,
  type UnitOf,
  expressionOf,
  unitOf,
} from "./expression.ts";
import { operandNode, operandUnit, operate } from "./matching.ts";
import { newExpression } from "./methods.ts";

type Value = number | Quantity<Dimension>;

/** `unknown`, or a message where a number is not in the unit of the other side. */
type Fits<N, R> =
  N extends Threshold<UnitOf<R>>
    ? unknown
    : N extends number
      ? `the other side is in ${UnitOf<R>}, and a bare number has no unit; write an amount, such as number(percent(5)) or number(ms(500))`
      : `the other side is in ${UnitOf<R>}, and this amount is not; write a plain number, or an amount in that unit`;

/**
 * A number before an operator. The other side says its labels; of a sum, a difference and a comparison also the unit.
 * @refuses number(5).lt(errorRate)
 * @refuses number(percent(5)).sub(queue)
 */
export interface NumberBefore<N extends Value> {
  /**
   * Plus a value of the same unit: `1 + …`.
   * @example number(1).add(queue)
   */
  add<R extends ExprIn<string>>(other: R & Fits<N, R>): Calculated<R, UnitOf<R>>;
  /**
   * Minus a value of the same unit: `1 - …`; what is left of a whole.
   * @example number(percent(100)).sub(errorRate)
   */
  sub<R extends ExprIn<string>>(other: R & Fits<N, R>): Calculated<R, UnitOf<R>>;
  /**
   * Times a value: `2 * …`, in the product of the units; a ratio keeps the unit.
   * @example number(2).mul(queue)
   */
  mul<R extends ExprIn<string>>(other: R): Calculated<R, MulUnit<UnitOf<N>, UnitOf<R>>>;
  /**
   * Divided by a value: `1 / …`; of the same unit it is a ratio.
   * @example number(1).div(queue)
   */
  div<R extends ExprIn<string>>(other: R): Calculated<R, DivUnit<UnitOf<N>, UnitOf<R>>>;
  /**
   * The remainder of a division by a value: `100 % …`; no unit.
   * @example number(100).mod(queue)
   */
  mod<R extends ExprIn<string>>(other: R): Calculated<R, "none">;
  /**
   * To the power of a value: `2 ^ …`; no unit.
   * @example number(2).pow(queue)
   */
  pow<R extends ExprIn<string>>(other: R): Calculated<R, "none">;
  /**
   * The series than which the number is greater: `100 > …`, the same as `.lt(100)` of them.
   * @example number(100).gt(queue)
   */
  gt<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
  /**
   * The series that are at most the number: `100 >= …`, the same as `.lte(100)` of them.
   * @example number(100).gte(queue)
   */
  gte<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
  /**
   * The series than which the number is less: `100 < …`, the same as `.gt(100)` of them.
   * @example number(percent(5)).lt(errorRate)
   */
  lt<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
  /**
   * The series that are at least the number: `100 <= …`, the same as `.gte(100)` of them.
   * @example number(100).lte(queue)
   */
  lte<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
  /**
   * The series that are equal to the number: `100 == …`, the same as `.eq(100)` of them.
   * @example number(100).eq(queue)
   */
  eq<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
  /**
   * The series that are not equal to the number: `100 != …`, the same as `.ne(100)` of them.
   * @example number(100).ne(queue)
   */
  ne<R extends AnyVector>(other: R & Fits<N, R>): Condition<LabelsOf<R>, UnitOf<R>>;
}

/**
 * A number or an amount to the left of an operator: `1 - …`, `2 ^ …`, `100 < …`. On the right it is written as it is: `queue.sub(1)`.
 * @example number(percent(100)).sub(errorRate)
 * @refuses number("5")
 */
export function number<const N extends number | Quantity<Dimension>>(value: N): NumberBefore<N> {
  if (typeof value !== "number" && !amountOf(value))
    throw new TypeError("number(…) takes a number, or an amount such as percent(5)");
  const before: Record<keyof NumberBefore<N>, (right: unknown) => Expression> = {
    add: (right) => comparedOrAdded(value, "+", right),
    sub: (right) => comparedOrAdded(value, "-", right),
    mul: (right) => calculated(value, "*", right),
    div: (right) => calculated(value, "/", right),
    mod: (right) => calculated(value, "%", right),
    pow: (right) => calculated(value, "^", right),
    gt: (right) => comparedOrAdded(value, ">", right),
    gte: (right) => comparedOrAdded(value, ">=", right),
    lt: (right) => comparedOrAdded(value, "<", right),
    lte: (right) => comparedOrAdded(value, "<=", right),
    eq: (right) => comparedOrAdded(value, "==", right),
    ne: (right) => comparedOrAdded(value, "!=", right),
  };
  // A cast: what the results are, only the types know.
  return Object.freeze(before) as unknown as NumberBefore<N>;
}

/** The amount is written in the unit of the other side, which the result has too. */
function comparedOrAdded(value: Value, op: "+" | "-" | ComparisonOperator, right: unknown): Expression {
  const unit = unitOf(expressionOf(right));
  return operate(newExpression({ node: operandNode(value, unit), unit }), { op, right, unit });
}

function calculated(value: Value, op: ArithmeticOperator, right: unknown): Expression {
  const own = operandUnit(value, "none");
  const unit = calculatedUnit(op, own, unitOf(expressionOf(right)));
  return operate(newExpression({ node: operandNode(value, "none"), unit: own }), { op, right, unit });
}
