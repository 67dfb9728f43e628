import type { Node } from "../promql/tree.ts";
import { comparisons, isComparison } from "../promql/operators.ts";
import type { AlertModel } from "./rule-model.ts";

/** Whether nothing can keep the alert from firing: its whole expression is such as `vector(1)` or `vector(1) > 0`. */
export function firesAlways({ node }: Pick<AlertModel, "node">): boolean {
  if (node.kind === "call") return numberIn(node) !== undefined;
  if (node.kind !== "binary" || node.bool || !isComparison(node.op)) return false;
  const [left, right] = [numberIn(node.left), numberIn(node.right)];
  return left !== undefined && right !== undefined && comparisons[node.op].holds(left, right);
}

/** The number that is there, as it is or as a series without labels. */
function numberIn(node: Node): number | undefined {
  if (node.kind === "number") return node.value;
  const [only] = node.kind === "call" && node.name === "vector" ? node.args : [];
  return only?.kind === "number" ? only.value : undefined;
}
