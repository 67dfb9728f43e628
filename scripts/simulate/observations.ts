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
