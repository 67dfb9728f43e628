import { labelMatcher } from "../../language/expression/selector.ts";
import { canonicalText } from "../../promql/canonical.ts";
import { mapParts } from "../../promql/rewrite.ts";
import { constantOf } from "../words/constant.ts";
import { type LabelMatcher, type Node, numberNode } from "../../promql/tree.ts";

/**
 * An expression in the one form that all have which mean the same: that of the language for bounds of buckets, which Prometheus stores in
 * another spelling than most programs expose, and for a label that must be there.
 */
export function meaning(node: Node): string {
  return canonicalText(plainly(node));
}

function plainly(node: Node): Node {
  const constant = constantOf(node);
  if (constant !== undefined) return numberNode(constant);
  if (node.kind !== "selector") return mapParts(node, plainly);
  return { ...node, matchers: node.matchers.map(plainMatcher) };
}

function plainMatcher({ name, op, value }: LabelMatcher): LabelMatcher {
  const isNegated = op === "!=" || op === "!~";
  if (value === "") return { name, op: isNegated ? "!=" : "=", value };
  if (op === "=~" || op === "!~") return { name, op, value };
  return labelMatcher(name, value, isNegated);
}
