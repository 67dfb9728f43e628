import { type Node, partsOf } from "../promql/tree.ts";
import { readPromql } from "../promql/read.ts";
import type { Place } from "../language/place.ts";

/** The tree of an expression whose whole text is `expr`: what was written as text is read, and is then no different from words. */
export function expressionTree(node: Node, expr: string): Node {
  const isText = expressionPlace(node) !== undefined;
  // What cannot be read is a problem of its own.
  return isText ? (readPromql(expr) ?? node) : node;
}

/** Where an expression was written as text, the first of several; one made of handles is where its rule is. */
export function expressionPlace(node: Node): Place | undefined {
  if (node.kind === "text") return node.place;
  return partsOf(node)
    .map(expressionPlace)
    .find((place) => place !== undefined);
}
