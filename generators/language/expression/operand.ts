import { amountIn, amountOf, type Quantity } from "../quantity.ts";
import { derive, isExpression, nodeOf, unitOf, type Expression } from "./expression.ts";
import { checkedMatching } from "./matching.ts";
import type { ExprIn } from "./phantom.ts";
import { numberNode, type Node, type VectorMatching } from "../../promql/tree.ts";
import type { BinaryOperator } from "../../promql/operators.ts";

/** What a moment is moved by; nothing for values that are no moments. */
export type Shift<U extends string> = U extends "timestamp" ? Quantity<"time"> | ExprIn<"seconds"> : never;

export interface Operation {
  readonly op: BinaryOperator;
  readonly right: unknown;
  readonly matching?: VectorMatching | undefined;
  /** The unit of the result; left out: that of the left side. */
  readonly unit?: string;
  /** The unit that a quantity on the right is written in; left out: that of the left side. */
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
