/** A histogram whose quantile is wanted. */
export interface WantedQuantile {
  readonly quantile: number;
  /** The value that the quantile is to have. */
  readonly level: number;
  /** Upper bounds without infinity, from the lowest. */
  readonly bounds: readonly number[];
  /** Observations from one sample to the next. */
  readonly total: number;
  /** What Prometheus multiplies the growth of each bucket by. */
  readonly factor: number;
}

/** Widths that are tried: each is a little smaller than the one before. */
const attempts = 64;

/**
 * How much each bucket grows, from the lowest to infinity, cumulative; undefined where no growth gives that quantile.
 *
 * Few observations lie around the quantile, all others in the lowest and the highest bucket: a neighbouring quantile then is
 * far away. How few is varied until Prometheus' own arithmetic gives the level itself: an edge must lie on its side.
 */
export function quantileGrowth(facts: WantedQuantile): readonly number[] | undefined {
  const { level, bounds, quantile, total } = facts;
  const index = bounds.findIndex((bound) => level <= bound);
  const upper = bounds[index];
  if (upper === undefined || level <= 0) return undefined;
  const lower = bounds[index - 1] ?? 0;
  const position = (level - lower) / (upper - lower);
  if (index === 0) return lowestBucket(facts, position);
  const widest = Math.min(quantile, 1 - quantile) / 4;
  const growthOf = (attempt: number) => {
    const width = widest * (1 - attempt / (2 * attempts)) * total;
    const before = quantile * total - position * width;
    return bucketGrowth(facts, index, before, before + width);
  };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const growth = growthOf(attempt);
    if (quantileOf(growth, facts) === level) return growth;
  }
  return growthOf(0);
}

/** Below the quantile there is nothing but the lowest bucket itself, and so no place for what is faster. */
function lowestBucket(facts: WantedQuantile, position: number): readonly number[] | undefined {
  const inBucket = (facts.quantile * facts.total) / position;
  return inBucket <= facts.total ? bucketGrowth(facts, 0, 0, inBucket) : undefined;
}

function bucketGrowth(
  { bounds, total }: WantedQuantile,
  index: number,
  before: number,
  within: number,
): readonly number[] {
  return [...bounds.map((_, place) => (place < index ? before : within)), total];
}

/** What `histogram_quantile` makes of this growth. */
function quantileOf(growth: readonly number[], { quantile, bounds, factor }: WantedQuantile): number {
  const rates = growth.map((count) => count * factor);
  const observations = rates.at(-1) ?? 0;
  let rank = quantile * observations;
  const index = rates.findIndex((rate) => rate >= rank);
  const upper = bounds[index];
  if (upper === undefined) return bounds.at(-1) ?? 0;
  const lower = bounds[index - 1] ?? 0;
  const before = rates[index - 1] ?? 0;
  rank -= before;
  return lower + (upper - lower) * (rank / ((rates[index] ?? 0) - before));
}
