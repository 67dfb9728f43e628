import type { Node } from "./tree.ts";
import { functionNamed } from "./functions.ts";
import { comparisons, isComparison, type ComparisonOperator } from "./operators.ts";

/** A value that an alert compares: it fires while this holds. */
export interface ComparedCondition {
  readonly kind: "compared";
  readonly value: Node;
  readonly op: ComparisonOperator;
  readonly limit: Node;
}

/** What must hold for an alert to fire. */
export type ConditionTree =
  | ComparedCondition
  | { readonly kind: "all" | "any"; readonly of: readonly ConditionTree[] }
  /** What is compared with nothing: `absent(…)`, or series that are there or not. */
  | { readonly kind: "there"; readonly value: Node };

/** Takes the expression of an alert apart at its `and` and `or`. */
export function conditionOf(node: Node): ConditionTree {
  const [first] = node.kind === "call" ? node.args : [];
  if (node.kind === "call" && first && functionNamed(node.name)?.values === "samples")
    return conditionOf(first);
  if (node.kind !== "binary") return { kind: "there", value: node };
  const { op, left, right, bool } = node;
  if (op === "and" || op === "or") {
    return { kind: op === "and" ? "all" : "any", of: [left, right].map(conditionOf) };
  }
  // Behind `unless` stands what keeps it silent.
  if (op === "unless") return conditionOf(left);
  if (!isComparison(op) || bool) return { kind: "there", value: node };
  const isTurned = left.kind === "number";
  return isTurned
    ? { kind: "compared", value: right, op: comparisons[op].mirrored, limit: left }
    : { kind: "compared", value: left, op, limit: right };
}
