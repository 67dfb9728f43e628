import { keepLabels, type SteadyElement } from "./steady-value.ts";

/** `histogram_quantile`: as Prometheus interpolates between the bounds of the bucket in which the quantile lies. */
export function quantileOfBuckets(
  quantile: number,
  buckets: readonly SteadyElement[],
): readonly SteadyElement[] {
  const histograms = new Map<string, { labels: SteadyElement["labels"]; buckets: [number, number][] }>();
  for (const { labels: all, value } of buckets) {
    const labels = keepLabels(all, ["le"], false);
    const key = JSON.stringify(Object.entries(labels).sort());
    const histogram = histograms.get(key) ?? { labels, buckets: [] };
    histogram.buckets.push([all["le"] === "+Inf" ? Infinity : Number(all["le"]), value]);
    histograms.set(key, histogram);
  }
  return [...histograms.values()].map(({ labels, buckets: own }) => ({
    labels,
    value: interpolated(
      quantile,
      own.sort(([a], [b]) => a - b),
    ),
  }));
}

/** @param buckets upper bound and count, cumulative, from the lowest bound */
function interpolated(quantile: number, buckets: readonly (readonly [number, number])[]): number {
  const rank = quantile * (buckets.at(-1)?.[1] ?? 0);
  const index = buckets.findIndex(([, count]) => count >= rank);
  const [upper, count] = buckets[index] ?? [NaN, 0];
  const [lower, before] = buckets[index - 1] ?? [0, 0];
  if (upper === Infinity) return lower;
  return lower + ((upper - lower) * (rank - before)) / (count - before);
}
