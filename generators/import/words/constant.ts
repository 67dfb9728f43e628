import { arithmetic, isArithmetic } from "../../promql/operators.ts";
import type { Node } from "../../promql/tree.ts";

/** The number that an expression is, worked out; undefined where series or the time stand in it. */
export function constantOf(node: Node): number | undefined {
  if (node.kind === "number") return node.value;
  if (node.kind === "negation") {
    const of = constantOf(node.of);
    return of === undefined ? undefined : -of;
  }
  if (node.kind !== "binary" || !isArithmetic(node.op)) return undefined;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if (left === undefined || right === undefined) return undefined;
  const value = arithmetic[node.op].calculate(left, right);
  return Number.isFinite(value) ? value : undefined;
}
