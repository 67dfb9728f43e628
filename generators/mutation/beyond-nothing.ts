import { mapParts } from "../promql/rewrite.ts";
import type { BinaryNode, Node } from "../promql/tree.ts";

/**
 * The expression without what is 0 where it asks for more than 0: `(part or whole * 0) / whole > 0.1` is `part / whole > 0.1`.
 *
 * `ratioOf` says 0 before there is a part, as panels need it. Whatever 0 is divided by, it is not above a threshold that is above 0: no
 * mistake in it changes what such a rule does, and no test could notice one.
 */
export function beyondNothing(node: Node): Node {
  const inner = mapParts(node, beyondNothing);
  if (inner.kind !== "binary" || !asksForMore(inner)) return inner;
  const { left: share } = inner;
  if (share.kind !== "binary" || share.op !== "/" || share.matching !== undefined) return inner;
  const { left: part } = share;
  return part.kind === "binary" && part.op === "or" && part.matching === undefined && isNothing(part.right)
    ? { ...inner, left: { ...share, left: part.left } }
    : inner;
}

function asksForMore({ op, right, bool }: BinaryNode): boolean {
  return (op === ">" || op === ">=") && bool !== true && right.kind === "number" && right.value > 0;
}

function isNothing(node: Node): boolean {
  return node.kind === "binary" && node.op === "*" && node.right.kind === "number" && node.right.value === 0;
}
