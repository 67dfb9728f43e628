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

/** Whether series find their partners by these labels among others, so that partners have the same of them, and so has the result. */
export function areCompared(labels: readonly string[], { matching }: BinaryNode): boolean {
  if (!matching) return true;
  const { on, ignoring = [], groupLeft = [], groupRight = [] } = matching;
  const isTakenOver = (name: string) => groupLeft.includes(name) || groupRight.includes(name);
  const isAsked = (name: string) => (on ? on.includes(name) : !ignoring.includes(name));
  return labels.every((name) => isAsked(name) && !isTakenOver(name));
}

/** Whether what finds its partner by the first matching has one by the second: that compares no label that the first does not. */
export function isFiner(one: BinaryNode, other: BinaryNode): boolean {
  const [first, second] = [one.matching, other.matching];
  const ignored = first?.ignoring ?? [];
  if (second?.on) {
    const { on } = second;
    return on.every((name) => (first?.on ? first.on.includes(name) : !ignored.includes(name)));
  }
  return !first?.on && ignored.every((name) => second?.ignoring?.includes(name) ?? false);
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
