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
  /** Where the quantile may lie if it cannot be the level itself; left out: on either side. */
  readonly side?: "below" | "above" | undefined;
}

/** Widths that are tried: each is a little smaller than the one before. */
const attempts = 512;

/**
 * How much each bucket grows, from the lowest to infinity, cumulative; undefined where no growth gives that quantile.
 *
 * Few observations lie around the quantile, all others in the lowest and the highest bucket: a neighbouring quantile then is
 * far away. How few is varied until Prometheus' own arithmetic gives the level itself; where none does, it is the nearest value on the
 * side that is asked for: a limit must lie on its side.
 */
export function quantileGrowth(facts: WantedQuantile): readonly number[] | undefined {
  const { level, bounds, quantile, total } = facts;
  const index = bounds.findIndex((bound) => level <= bound);
  const upper = bounds[index];
  if (upper === undefined || level <= 0) return undefined;
  const lower = bounds[index - 1] ?? 0;
  const position = (level - lower) / (upper - lower);
  const around = index === 0 ? lowestBucket(facts, position) : aroundQuantile(facts, position);
  if (index === 0 && (quantile * total) / position > total) return undefined;
  const { before, within } = nearest(facts, index, around);
  return [...bounds.map((_, place) => (place < index ? before : within)), total];
}

/** How much the buckets below that of the quantile grow, and how much that one and those above it; the highest has all. */
interface Growth {
  readonly before: number;
  readonly within: number;
}

/** The first growth that gives the level itself, or else the one that comes the nearest on the side that is asked for. */
function nearest(facts: WantedQuantile, index: number, growthOf: (attempt: number) => Growth): Growth {
  const { level, side } = facts;
  let best = { growth: growthOf(0), away: Infinity };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const growth = growthOf(attempt);
    const over = quantileAround(growth, index, facts) - level;
    if (over === 0) return growth;
    const isOnSide = side === undefined || over < 0 === (side === "below");
    if (isOnSide && Math.abs(over) < best.away) best = { growth, away: Math.abs(over) };
  }
  return best.growth;
}

/** What is counted in such steps is counted exactly, also beside the millions at which counters start. */
const step = 2 ** -12;

function inSteps(count: number): number {
  return Math.round(count / step) * step;
}

function aroundQuantile(
  { quantile, total, side }: WantedQuantile,
  position: number,
): (attempt: number) => Growth {
  const widest = Math.min(quantile, 1 - quantile) / 4;
  const parts = partsOf(position) * step;
  // Fewer below it, and the quantile is higher: one step away is surely on its side, and hardly another value.
  const aside = { above: -step, below: step };
  return (attempt) => {
    const wanted = widest * (1 - attempt / (2 * attempts)) * total;
    const width = Math.max(1, Math.round(wanted / parts)) * parts;
    const isLast = attempt === attempts - 1 && side !== undefined;
    const before = inSteps(quantile * total - position * width) + (isLast ? aside[side] : 0);
    return { before, within: before + width };
  };
}

/** Below the quantile there is nothing but the lowest bucket itself, and so no place for what is faster. */
function lowestBucket(facts: WantedQuantile, position: number): (attempt: number) => Growth {
  const inBucket = inSteps((facts.quantile * facts.total) / position);
  // More in the bucket, and the quantile is lower; fewer, and it is higher.
  return (attempt) => {
    const by = (attempt % 2 === 0 ? attempt / 2 : -(attempt + 1) / 2) * step;
    return { before: 0, within: Math.min(facts.total, inBucket + by) };
  };
}

/** The smallest number of equal parts of which a whole number reaches the position: 3 for a third. */
function partsOf(position: number): number {
  for (let parts = 1; parts <= mostParts; parts += 1) {
    const reached = position * parts;
    if (Math.abs(reached - Math.round(reached)) < 1e-9) return parts;
  }
  return 1;
}

/** Levels have few digits, and so have bounds: whatever needs more parts is not hit exactly. */
const mostParts = 10_000;

/** What `histogram_quantile` makes of this growth. */
export function quantileOf(
  growth: readonly number[],
  { quantile, bounds, factor }: Pick<WantedQuantile, "quantile" | "bounds" | "factor">,
): number {
  const rates = growth.map((count) => count * factor);
  const rank = quantile * (rates.at(-1) ?? 0);
  const place = rates.findIndex((rate) => rate >= rank);
  return inBucket(bounds, place, rank, rates[place - 1] ?? 0, rates[place] ?? 0);
}

/** The same where there are three rates. It is asked hundreds of times for one series, and looks at no list. */
function quantileAround(
  growth: Growth,
  index: number,
  { quantile, bounds, total, factor }: WantedQuantile,
): number {
  const rank = quantile * (total * factor);
  const before = index === 0 ? 0 : growth.before * factor;
  const within = growth.within * factor;
  if (index > 0 && before >= rank) return inBucket(bounds, 0, rank, 0, before);
  return inBucket(bounds, within >= rank ? index : bounds.length, rank, before, within);
}

/** The value of this rank in the bucket that it falls into, which grows from one rate to another. */
function inBucket(
  bounds: readonly number[],
  place: number,
  rank: number,
  before: number,
  within: number,
): number {
  const upper = bounds[place];
  if (upper === undefined) return bounds.at(-1) ?? 0;
  const lower = bounds[place - 1] ?? 0;
  return lower + (upper - lower) * ((rank - before) / (within - before));
}

/**
 * How fast the lines of a histogram grow (cumulative buckets, +Inf, count, sum) when so many things are observed each second
 * that `histogram_quantile(q, …)` says exactly `value`.
 *
 * Prometheus interpolates within the bucket that holds the quantile. So all observations lie in that bucket, and as many
 * below it (or, where that would need less than none, above it) as move the interpolation to the value. A value above the
 * last bound becomes that bound, as Prometheus itself says it; one too small for the first bucket becomes the least that can
 * be said there.
 */
export function observationRates(
  bounds: readonly number[],
  q: number,
  value: number,
  perSecond: number,
): number[] {
  const index = bounds.findIndex((bound) => value <= bound);
  if (index < 0) return [...bounds.map(() => 0), perSecond, perSecond, perSecond * value];
  const high = bounds[index] ?? value;
  const low = bounds[index - 1] ?? 0;
  const within = (value - low) / (high - low);
  const shares = sharesAround(q, within, index > 0);
  const upTo = (at: number): number => {
    if (at === index) return shares.upTo;
    if (at > index) return 1;
    return at === index - 1 ? shares.below : 0;
  };
  const buckets = bounds.map((_, at) => perSecond * upTo(at));
  const middle = (low + high) / 2;
  const mean = shares.below * low + (shares.upTo - shares.below) * middle + (1 - shares.upTo) * high;
  return [...buckets, perSecond, perSecond, perSecond * mean];
}

/** The share of observations below the bucket, and up to its end. */
function sharesAround(
  q: number,
  within: number,
  hasBelow: boolean,
): { readonly below: number; readonly upTo: number } {
  if (within > q) return { below: 0, upTo: q / within };
  return { below: hasBelow && within < 1 ? (q - within) / (1 - within) : 0, upTo: 1 };
}

// Of what is faster than the bucket of the quantile, so much is faster than the next bucket below, and so on.
const fallOff = 0.6;

/**
 * As `observationRates`, but spread over the buckets up to the quantile's, as real requests are: most are faster.
 *
 * Nothing is slower than there, so that what is well of one quantile is well of the others.
 */
export function healthyObservationRates(
  bounds: readonly number[],
  q: number,
  value: number,
  perSecond: number,
): number[] {
  const index = bounds.findIndex((bound) => value <= bound);
  const plain = observationRates(bounds, q, value, perSecond);
  if (index < 1) return plain;
  const [low = 0, high = value] = [bounds[index - 1], bounds[index]];
  const within = (value - low) / (high - low);
  // The more of it lies within the bucket, the less of the line from its lower to its upper end is left to choose.
  const upTo = within > q ? (q + q / within) / 2 : 1;
  const below = within < 1 ? (q - within * upTo) / (1 - within) : q * fallOff;
  const shares = bounds.map((_, at) => {
    if (at === index) return upTo;
    return at > index ? 1 : below * fallOff ** (index - 1 - at);
  });
  const growth = shares.map((share) => share * perSecond);
  return [...growth, perSecond, perSecond, perSecond * meanOf(bounds, shares)];
}

/** The mean, if what lies in a bucket lies in its middle. */
function meanOf(bounds: readonly number[], shares: readonly number[]): number {
  return bounds.reduce((sum, bound, at) => {
    const middle = (bound + (bounds[at - 1] ?? 0)) / 2;
    return sum + middle * ((shares[at] ?? 0) - (shares[at - 1] ?? 0));
  }, 0);
}
