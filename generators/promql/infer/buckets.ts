import type { ExpressionType } from "../expression-type.ts";
import { type BinaryOperator, isComparison, isSetOperator, sets } from "../operators.ts";

/** That the samples are the growth of a histogram's buckets, and of which. */
export type OfBuckets = Pick<ExpressionType, "samples" | "observed" | "series">;

const noBuckets: OfBuckets = {};

/** What a function or an aggregation leaves of buckets that grow with them: as much of each bucket as of all. */
export function stillBuckets({ samples, observed, series }: ExpressionType): OfBuckets {
  return areBuckets(samples) ? { samples, observed, series } : noBuckets;
}

/** Whether the two sides of an operator give buckets again, each as large a part of the whole as before. */
export function bucketsBetween(op: BinaryOperator, left: ExpressionType, right: ExpressionType): OfBuckets {
  const [areLeft, areRight] = [areBuckets(left.samples), areBuckets(right.samples)];
  if (!areLeft && !areRight) return noBuckets;
  if (isSetOperator(op) && sets[op].takes === "left") return stillBuckets(left);
  // A comparison gives the samples of its vector, which is the left one when both are.
  if (isComparison(op)) return someOf(left.kind === "scalar" ? right : left);
  if (areLeft && areRight) return together(op, left, right);
  if (op === "*")
    return isForAllBuckets(areLeft ? right : left) ? stillBuckets(areLeft ? left : right) : noBuckets;
  return op === "/" && areLeft && isForAllBuckets(right) ? stillBuckets(left) : noBuckets;
}

/** It has no `le` of its own, so that each bucket gets the same. */
function isForAllBuckets({ labels }: ExpressionType): boolean {
  return labels?.has("le") !== true;
}

function together(op: BinaryOperator, left: ExpressionType, right: ExpressionType): OfBuckets {
  if ((op !== "+" && op !== "-" && op !== "or") || left.observed !== right.observed) return noBuckets;
  const series = [...new Set([...(left.series ?? []), ...(right.series ?? [])])];
  const samples = left.samples === right.samples ? left.samples : "some bucket rates";
  return { samples, observed: left.observed, series };
}

/** A comparison leaves single buckets out. */
function someOf(type: ExpressionType): OfBuckets {
  return areBuckets(type.samples) ? { ...stillBuckets(type), samples: "some bucket rates" } : noBuckets;
}

function areBuckets(samples: ExpressionType["samples"]): boolean {
  return samples === "bucket rate" || samples === "some bucket rates";
}
