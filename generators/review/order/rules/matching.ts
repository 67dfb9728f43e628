import type { BinaryNode, VectorMatching } from "../../../promql/tree.ts";

/** Whether series of both operators find their partners by the same labels. */
export function sameMatching(one: BinaryNode, other: BinaryNode): boolean {
  return textOf(one.matching) === textOf(other.matching) && (one.bool ?? false) === (other.bool ?? false);
}

/** Whether series are matched by all of their labels, so that what else there is disturbs nobody. */
export function isMatchedByAll({ matching }: BinaryNode): boolean {
  return (
    !matching ||
    (!matching.on && (matching.ignoring ?? []).length === 0 && !matching.groupLeft && !matching.groupRight)
  );
}

/** Whether more series on the left side can never be too many for one on the right. */
export function isUniquelyMatched(node: BinaryNode): boolean {
  return isMatchedByAll(node) || node.matching?.groupLeft !== undefined;
}

/** Whether the result has the labels of the left side: those that it is matched by alone are left of others, and some are taken over. */
export function keepsLabels(node: BinaryNode): boolean {
  return isMatchedByAll(node) || node.matching?.groupLeft?.length === 0;
}

function textOf(matching: VectorMatching | undefined): string {
  const { on, ignoring, groupLeft, groupRight } = matching ?? {};
  return JSON.stringify([on, ignoring, groupLeft, groupRight].map((labels) => labels && [...labels].sort()));
}
