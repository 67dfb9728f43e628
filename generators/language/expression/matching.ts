import type { BinaryOperator } from "../../promql/operators.ts";
import { type Node, type VectorMatching, numberNode } from "../../promql/tree.ts";
import type { Flat, Labels, Name, Shared, Sure, Without } from "../label.ts";
import { type Quantity, amountIn, amountOf } from "../quantity.ts";
import {
  type ExprIn,
  type Expression,
  type LabelsOf,
  derive,
  isExpression,
  nodeOf,
  unitOf,
} from "./expression.ts";

/**
 * The default of an option's type parameter: the option was left out.
 *
 * It must be `any`: every constraint takes it, and nothing an author writes has this type. So `{ on: [] }`, which has
 * type `never`, is different from no `on` at all.
 */
export type NotWritten = any;

/** Whether an option was written. */
export type IsSet<T> = 0 extends 1 & T ? false : true;

/** Which series of the two sides belong together. Either `on` or `ignoring`. */
export interface Matching<On, Ignoring, GroupLeft, GroupRight> {
  /** Only these labels are compared: `["job"]`. Default: all labels. */
  readonly on?: readonly On[];
  /** All labels except these are compared. Default: none is ignored. */
  readonly ignoring?: readonly Ignoring[];
  /** Many series on the left match one on the right, and take these labels from it. Needs `on` or `ignoring`. */
  readonly groupLeft?: readonly GroupLeft[];
  /** Many series on the right match one on the left, and take these labels from it. Needs `on` or `ignoring`. */
  readonly groupRight?: readonly GroupRight[];
}

/** The options of set operators, which have no groups. */
export type SetMatching<On, Ignoring> = Matching<On, Ignoring, never, never>;

/** `unknown`, or a message if series of the two sides can never match. */
export type Matchable<L extends Labels, R, On, Ignoring> = [LabelsOf<R>] extends [never]
  ? unknown
  : true extends IsSet<On>
    ? unknown
    : string extends keyof L | keyof LabelsOf<R>
      ? unknown
      : Unmatched<L, LabelsOf<R>, IsSet<Ignoring> extends true ? Ignoring : never>;

type Unmatched<L, R, Ignoring> = [OnlyIn<L, R, Ignoring>] extends [never]
  ? [OnlyIn<R, L, Ignoring>] extends [never]
    ? unknown
    : NeverMatch<"right", OnlyIn<R, L, Ignoring>>
  : NeverMatch<"left", OnlyIn<L, R, Ignoring>>;

/** The labels that every series of `A` has, and `B` has not. */
type OnlyIn<A, B, Ignoring> = Extract<Exclude<Sure<A>, keyof B | Ignoring>, string>;

type NeverMatch<
  Side extends string,
  Label extends string,
> = `these never match: only the ${Side} side has the label '${Label}'; add { on: […] } or { ignoring: […] }`;

/** The labels of the result of an operator. */
export type Joined<L extends Labels, R, On, Ignoring, GroupLeft, GroupRight> = [LabelsOf<R>] extends [never]
  ? L
  : IsSet<GroupLeft> extends true
    ? Flat<L & Shared<LabelsOf<R>, GroupLeft>>
    : IsSet<GroupRight> extends true
      ? Flat<LabelsOf<R> & Shared<L, GroupRight>>
      : IsSet<On> extends true
        ? Shared<L, On>
        : IsSet<Ignoring> extends true
          ? Without<L, Ignoring>
          : L;

// A constraint must never come out as `never`: LeftOut does not fit `never`, and the parameter would become `never`,
// which means `[]`.
type Some<T, None extends string> = [T] extends [never] ? None : T;
export type CommonLabel<L, R> = Some<Name<L> & Name<LabelsOf<R>>, "(no label is on both sides)">;
export type EitherLabel<L, R> = Some<Name<L> | Name<LabelsOf<R>>, "(neither side has a label)">;
export type LeftLabel<L> = Some<Name<L>, "(the left side has no label)">;
export type RightLabel<R> = Some<Name<LabelsOf<R>>, "(the right side has no label)">;

/** The options of an operator as a node has them; throws if they contradict each other. */
export function checkedMatching(matching: VectorMatching): VectorMatching {
  const { on, ignoring, groupLeft, groupRight } = matching;
  if (on && ignoring) throw new TypeError("write { on: […] } or { ignoring: […] }, not both");
  if (groupLeft && groupRight)
    throw new TypeError("write { groupLeft: […] } or { groupRight: […] }, not both");
  if ((groupLeft || groupRight) && !on && !ignoring) {
    throw new TypeError("groupLeft and groupRight need { on: […] } or { ignoring: […] } beside them");
  }
  return matching;
}

/** What can be added to a timestamp; nothing for other values. */
export type Shift<U extends string> = U extends "timestamp" ? Quantity<"time"> | ExprIn<"seconds"> : never;

export interface Operation {
  readonly op: BinaryOperator;
  readonly right: unknown;
  readonly matching?: VectorMatching | undefined;
  /** The unit of the result. Default: that of the left side. */
  readonly unit?: string;
  /** The unit in which a quantity on the right is written. Default: that of the left side. */
  readonly quantityIn?: string;
}

/** `left op right` */
export function operate(left: Expression, operation: Operation): Expression {
  const { op, matching, unit = unitOf(left), quantityIn = unitOf(left) } = operation;
  const right = operandNode(operation.right, quantityIn);
  const options = matching ? { matching: checkedMatching(matching) } : {};
  return derive(left, { kind: "binary", op, left: nodeOf(left), right, ...options }, unit);
}

/** A number, a quantity in `unit`, or the tree of an expression. */
export function operandNode(operand: unknown, unit: string): Node {
  if (typeof operand === "number") return numberNode(operand);
  if (isExpression(operand)) return nodeOf(operand);
  const amount = amountOf(operand);
  if (!amount) throw new TypeError("an operand is a number, a quantity such as percent(5), or an expression");
  const { factors, value } = amountIn(amount, unit);
  const numbers: readonly Node[] = [...factors, value].map(numberNode);
  return numbers.reduce((left, right) => ({ kind: "binary", op: "*", left, right }));
}

/** The unit of an operand, when a quantity is written in `unit`. */
export function operandUnit(operand: unknown, unit: string): string {
  if (isExpression(operand)) return unitOf(operand);
  const amount = amountOf(operand);
  return amount ? amountIn(amount, unit).unit : "none";
}
