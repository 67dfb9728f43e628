import { type ComparisonOperator, type SetOperator, isComparison } from "../../promql/operators.ts";
import type { VectorMatching } from "../../promql/tree.ts";
import type { Either, Labels, Name, Only, Shared } from "../label.ts";
import type { Threshold } from "../quantity.ts";
import type { SameUnit } from "../unit.ts";
import {
  type AlertCondition,
  type AnyVector,
  type ExprIn,
  type Expression,
  type LabelsOf,
  type condition,
  derive,
  type labelsOf,
  nodeOf,
  type unit,
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
  type SetMatching,
  operate,
} from "./matching.ts";
import type { Vector } from "./vector.ts";

/**
 * The series for which something holds: what an alert needs.
 *
 * Conditions can be combined and counted; for anything else, call `.series()` or `.bool()` first.
 *
 * @refuses queue.gt(100).avgOverTime("5m")
 */
export interface Condition<L extends Labels, U extends string> extends Restricting<L, U> {
  readonly [labelsOf]: L;
  readonly [unit]: U;
  readonly [condition]: true;
  /**
   * The series of this side, and those of the other that match none of them: `… or …`. Has the labels that both sides have, which texts can name; `.series()` on both keeps all.
   * @example queue.gt(100).or(shop.up.eq(0))
   */
  or<
    R extends AlertCondition<Labels>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
  >(
    right: R,
    matching?: SetMatching<On, Ignoring>,
  ): Condition<Shared<L, keyof LabelsOf<R>>, U>;
  /**
   * For how many series it holds: `count(…)`, in `count`; no label is left.
   * @example shop.up.eq(0).count()
   */
  count(): Vector<{}, "count">;
  /**
   * For how many series it holds, for each value of these labels: `count by (job) (…)`, in `count`.
   * @example shop.up.eq(0).countBy("job")
   */
  countBy<K extends Name<L> = never>(...labels: readonly K[]): Vector<Only<L, K>, "count">;
  /**
   * 0 or 1 for every series instead of only those for which it holds: `… > bool …`, in `bool`. Follows a comparison directly.
   * @example queue.gt(100).bool()
   * @refuses queue.gt(100).and(shop.up.eq(1)).bool()
   */
  bool(): Vector<L, "bool">;
  /**
   * The series for which it holds, as a vector to calculate with; nothing is printed: `.gt(0).series()`.
   * @example queue.gt(100).series().sum()
   */
  series(): Vector<L, U>;
}

/** A vector that has a series only while something is wrong. */
export interface Conditional<L extends Labels, U extends string> {
  /**
   * The vector as what an alert needs, where a condition stands within it: `max by (…) (… == 1)`, `(… < 10) * on (…) group_left (…) …`; nothing is
   * printed.
   *
   * Where none does, [alerts-have-a-condition](../checks/alerts-have-a-condition.md) asks for a reason: the alert fires for each of its series.
   * @example memory.lt(mib(10)).series().mul(build, { on: ["instance"], groupLeft: ["version"] }).condition()
   * @check alerts-have-a-condition
   */
  condition(): Condition<L, U>;
}

export const conditions = {
  condition(this: Expression) {
    return this;
  },
  bool(this: Expression) {
    const node = nodeOf(this);
    if (node.kind !== "binary" || !isComparison(node.op)) {
      throw new TypeError("bool() must directly follow a comparison such as gt()");
    }
    return derive(this, { ...node, bool: true }, "bool");
  },
  series(this: Expression) {
    return this;
  },
};

// A method and not a function type: see aggregating.ts.
type Comparison<L extends Labels, U extends string> = {
  method<
    // Spelled out, because a message shows the name of an alias and not what it stands for.
    R extends Threshold<U> | ExprIn<SameUnit<U>>,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
    GroupLeft extends RightLabel<R> = NotWritten,
    GroupRight extends LeftLabel<L> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: Matching<On, Ignoring, GroupLeft, GroupRight>,
  ): Condition<Joined<L, R, On, Ignoring, GroupLeft, GroupRight>, U>;
}["method"];

/**
 * The series for which a comparison holds.
 * @refuses errorRate.gt(5)
 * @refuses errorRate.gt(ratio(5))
 * @refuses errorRate.gt(ms(5))
 * @refuses memory.gt(queue)
 * @check thresholds-are-reachable
 */
export interface Comparing<L extends Labels, U extends string> {
  /**
   * The series that are greater than a threshold or another expression of the same unit: `… > …`.
   * @example errorRate.gt(percent(5))
   */
  readonly gt: Comparison<L, U>;
  /**
   * The series that are at least a threshold or another expression of the same unit: `… >= …`.
   * @example errorRate.gte(percent(5))
   */
  readonly gte: Comparison<L, U>;
  /**
   * The series that are less than a threshold or another expression of the same unit: `… < …`.
   * @example errorRate.lt(percent(5))
   */
  readonly lt: Comparison<L, U>;
  /**
   * The series that are at most a threshold or another expression of the same unit: `… <= …`.
   * @example errorRate.lte(percent(5))
   */
  readonly lte: Comparison<L, U>;
  /**
   * The series that are equal to a threshold or another expression of the same unit: `… == …`.
   * @example errorRate.eq(percent(5))
   */
  readonly eq: Comparison<L, U>;
  /**
   * The series that are not equal to a threshold or another expression of the same unit: `… != …`.
   * @example errorRate.ne(percent(5))
   */
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

// A method and not a function type: see aggregating.ts.
type Restriction<L extends Labels, U extends string> = {
  method<
    R extends AnyVector,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
  >(
    right: R & Matchable<L, R, On, Ignoring>,
    matching?: SetMatching<On, Ignoring>,
  ): Condition<L, U>;
}["method"];

/**
 * The series of this side that the other side has too, or has not.
 * @refuses queue.gt(100).and(errorRate.gt(percent(5)))
 * @check joins-are-unique
 */
export interface Restricting<L extends Labels, U extends string> {
  /**
   * The series that the other side has too: `… and …`. Refuses sides that never match.
   * @example queue.gt(100).and(shop.up.eq(1))
   */
  readonly and: Restriction<L, U>;
  /**
   * The series that the other side has not: `… unless …`. Refuses sides that never match.
   * @example queue.gt(100).unless(shop.up.eq(0))
   */
  readonly unless: Restriction<L, U>;
}

/** Series of two vectors together. */
export interface Combining<L extends Labels, U extends string> extends Restricting<L, U> {
  /**
   * The series of this side, and those of the other that match none of them: `… or …`. Has the labels that either side has.
   * @example errorRate.or(vector(0)).sumBy("job")
   */
  or<
    R extends AnyVector,
    On extends CommonLabel<L, R> = NotWritten,
    Ignoring extends EitherLabel<L, R> = NotWritten,
  >(
    right: R,
    matching?: SetMatching<On, Ignoring>,
  ): Vector<Either<L, LabelsOf<R>>, U>;
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
