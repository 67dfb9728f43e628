import { observationRates } from "./observations.ts";

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
