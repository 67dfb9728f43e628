import { arithmetic, isArithmetic } from "../../promql/operators.ts";
import type { Node } from "../../promql/tree.ts";

/** The number that an expression is, whatever its series are; undefined where it is none. */
export function numberIn(node: Node): number | undefined {
  if (node.kind === "number") return node.value;
  if (node.kind === "negation") {
    const of = numberIn(node.of);
    return of === undefined ? undefined : -of;
  }
  if (node.kind !== "binary" || !isArithmetic(node.op)) return undefined;
  const left = numberIn(node.left);
  const right = numberIn(node.right);
  return left === undefined || right === undefined ? undefined : arithmetic[node.op].calculate(left, right);
}
