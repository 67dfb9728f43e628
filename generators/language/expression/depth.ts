import { type Node, partsOf } from "../../promql/tree.ts";

/**
 * How deep an expression may be nested. What is done with it calls itself for each level, and thousands of levels do not fit into a stack;
 * of the simplest kind two thousand no longer do, five hundred of any kind do everywhere. A person reads a dozen, and what a loop makes of
 * five hundred metrics can be made as a tree.
 */
export const deepest = 500;

const depths = new WeakMap<Node, number>();

/** How many expressions stand in each other at most: 1 for a number. Of what an expression is made of it is known already. */
export function depthOf(node: Node): number {
  const known = depths.get(node);
  if (known !== undefined) return known;
  const depth = 1 + partsOf(node).reduce((most, part) => Math.max(most, depthOf(part)), 0);
  depths.set(node, depth);
  return depth;
}

export const tooDeep = `an expression is nested more than ${deepest} levels deep`;

/** What is printed may have each of its levels in parentheses, which are levels of a text. */
export const deepestText = 2 * deepest;

export const textTooDeep = `an expression is nested more than ${deepestText} levels deep, parentheses included`;
