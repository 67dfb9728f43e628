import { keepLabels, type SteadyElement } from "./steady-value.ts";

/** Upper bound and count, cumulative, from the lowest bound. */
type Bucket = readonly [bound: number, count: number];

/** `histogram_quantile`: as Prometheus interpolates between the bounds of the bucket in which the quantile lies. */
export function quantileOfBuckets(
  quantile: number,
  buckets: readonly SteadyElement[],
): readonly SteadyElement[] {
  return eachHistogram(buckets, (own) => valueAtRank(quantile, own));
}

function eachHistogram(
  buckets: readonly SteadyElement[],
  valueOf: (buckets: readonly Bucket[]) => number,
): readonly SteadyElement[] {
  const histograms = new Map<string, { labels: SteadyElement["labels"]; buckets: Bucket[] }>();
  for (const { labels: all, value } of buckets) {
    const labels = keepLabels(all, ["le"], false);
    const key = JSON.stringify(Object.entries(labels).sort());
    const histogram = histograms.get(key) ?? { labels, buckets: [] };
    histogram.buckets.push([all["le"] === "+Inf" ? Infinity : Number(all["le"]), value]);
    histograms.set(key, histogram);
  }
  return [...histograms.values()].map(({ labels, buckets: own }) => ({
    labels,
    value: valueOf(own.sort(([a], [b]) => a - b)),
  }));
}

function valueAtRank(quantile: number, buckets: readonly Bucket[]): number {
  const rank = quantile * (buckets.at(-1)?.[1] ?? 0);
  const index = buckets.findIndex(([, count]) => count >= rank);
  const [upper, count] = buckets[index] ?? [NaN, 0];
  const [lower, before] = buckets[index - 1] ?? [0, 0];
  if (upper === Infinity) return lower;
  return lower + ((upper - lower) * (rank - before)) / (count - before);
}
