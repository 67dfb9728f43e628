import { aggregationNamed } from "./aggregations.ts";
import { functionNamed } from "./functions.ts";
import { isArithmetic, isComparison, isSetOperator, sets } from "./operators.ts";
import { type Occurrence, replaceNodes } from "./rewrite.ts";
import { type BinaryNode, type Node, numberNode, type SelectorNode } from "./tree.ts";

/** How an alert that fires knows that it does. */
export interface FiringSeries {
  /** What Prometheus writes while it fires. */
  readonly selector: SelectorNode;
  /** The labels that this has of the series for which it fires. */
  readonly on: readonly string[];
}

/**
 * The numbers that the value of an expression is compared with, where they stand.
 *
 * As for a threshold, a comparison beside the value is none: within a function, to the right of `and` and `unless`.
 */
export function limitsIn(node: Node, path: readonly number[] = []): Occurrence[] {
  const inner = (index: number) => {
    const part = node.kind === "binary" ? [node.left, node.right][index] : argumentOf(node, index);
    return part === undefined ? [] : limitsIn(part, [...path, index]);
  };
  if (node.kind === "call") return functionNamed(node.name)?.values === "samples" ? inner(0) : [];
  if (node.kind === "aggregation") {
    return aggregationNamed(node.name)?.values === "samples" ? node.args.flatMap((_, i) => inner(i)) : [];
  }
  if (node.kind !== "binary") return [];
  const { op, left, right } = node;
  if (isSetOperator(op)) return sets[op].takes === "both" ? [...inner(0), ...inner(1)] : inner(0);
  const [onLeft, onRight] = [isConstant(left), isConstant(right)];
  // A constant alone is compared with nothing, and of two vectors the right one only says with what.
  if (onLeft === onRight) return !onLeft && isComparison(op) ? inner(0) : [];
  const [constant, value] = onLeft ? [0, 1] : [1, 0];
  return [...ownLimit(node, constant, path), ...inner(value)];
}

function argumentOf(node: Node, index: number): Node | undefined {
  return node.kind === "call" || node.kind === "aggregation" ? node.args[index] : undefined;
}

function ownLimit(
  { op, bool, left, right }: BinaryNode,
  side: number,
  path: readonly number[],
): Occurrence[] {
  if (!isComparison(op) || bool) return [];
  return [{ node: side === 0 ? left : right, path: [...path, side] }];
}

/** A number, or what is worked out of numbers alone. */
function isConstant(node: Node): boolean {
  switch (node.kind) {
    case "number":
      return true;
    case "negation":
      return isConstant(node.of);
    case "binary":
      return isArithmetic(node.op) && isConstant(node.left) && isConstant(node.right);
    default:
      return false;
  }
}

/** The condition with another number to compare with; undefined where it compares its value with none. */
export function comparedWith(node: Node, value: number): Node | undefined {
  const limits = limitsIn(node);
  if (limits.length === 0) return undefined;
  return replaceNodes(
    node,
    limits.map(({ path }) => ({ path, node: numberNode(value) })),
  );
}

/** What begins with one condition, and goes on as long as the other one holds of what fires already. */
export function goingOn(begins: Node, goesOn: Node, { selector, on }: FiringSeries): Node {
  const fires: Node = { kind: "binary", op: "and", left: goesOn, right: selector, matching: { on } };
  return { kind: "binary", op: "or", left: begins, right: fires };
}
