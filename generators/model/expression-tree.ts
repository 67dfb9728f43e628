import type { Node } from "../promql/tree.ts";
import { readPromql } from "../promql/read.ts";
import { expressionPlace } from "./expression-place.ts";

/** The tree of an expression whose whole text is `expr`: what was written as text is read, and is then no different from words. */
export function expressionTree(node: Node, expr: string): Node {
  const isText = expressionPlace(node) !== undefined;
  // What cannot be read is a problem of its own.
  return isText ? (readPromql(expr) ?? node) : node;
}
