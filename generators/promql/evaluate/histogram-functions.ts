import { type FunctionOf, isFunctionOf } from "../functions.ts";
import { once } from "../once.ts";
import { type ExpressionValue, keepLabels, seriesKey, type VectorElement } from "./value.ts";
import type { EvaluatedCall } from "./world.ts";

/** Upper bound and count, cumulative, from the lowest bound. */
type Bucket = readonly [bound: number, count: number];

type Values = readonly (ExpressionValue | undefined)[];

/** Undefined: nobody has needed it yet. */
const ofHistograms: Readonly<
  Record<FunctionOf<"histograms">, ((...args: Values) => ExpressionValue | undefined) | undefined>
> = {
  histogram_quantile: quantileOfBuckets,
  histogram_fraction: fractionOfBuckets,
  histogram_avg: undefined,
  histogram_count: undefined,
  histogram_stddev: undefined,
  histogram_stdvar: undefined,
  histogram_sum: undefined,
};

export function histogramFunction({ node, world, evaluate }: EvaluatedCall): ExpressionValue | undefined {
  const { name, args } = node;
  if (!isFunctionOf("histograms", name)) return undefined;
  return ofHistograms[name]?.(...args.map((arg) => evaluate(arg, world)));
}

/** As Prometheus interpolates between the bounds of the bucket in which the quantile lies. */
function quantileOfBuckets(...[quantile, buckets]: Values): ExpressionValue | undefined {
  if (typeof quantile !== "number" || buckets === undefined || typeof buckets === "number") return undefined;
  return eachHistogram(buckets, (own) => valueAtRank(quantile, own));
}

/** The part of the observations that lies between two values, from as many as each bucket has in equal distances. */
function fractionOfBuckets(...[lower, upper, buckets]: Values): ExpressionValue | undefined {
  if (typeof lower !== "number" || typeof upper !== "number") return undefined;
  if (buckets === undefined || typeof buckets === "number") return undefined;
  return eachHistogram(buckets, (own) => {
    const [bound, all] = own.at(-1) ?? [NaN, 0];
    if (bound !== Infinity || all === 0 || Number.isNaN(lower + upper)) return NaN;
    return lower >= upper ? 0 : (rankOf(upper, own) - rankOf(lower, own)) / all;
  });
}

/** How many observations are below a value; those above the highest finite bound are all at infinity. */
function rankOf(value: number, buckets: readonly Bucket[]): number {
  const index = buckets.findIndex(([bound]) => bound > value);
  const [upper, count] = buckets[index] ?? [Infinity, buckets.at(-1)?.[1] ?? 0];
  // Where the first bound is positive, so is all that is observed.
  const [lower, before] = buckets[index - 1] ?? [upper > 0 ? 0 : -Infinity, 0];
  if (index < 0) return count;
  if (value <= lower) return before;
  if (lower === -Infinity) return count;
  return before + ((count - before) * (value - lower)) / (upper - lower);
}

function eachHistogram(
  buckets: readonly VectorElement[],
  valueOf: (buckets: readonly Bucket[]) => number,
): readonly VectorElement[] {
  const histograms = new Map<string, { labels: VectorElement["labels"]; buckets: Bucket[] }>();
  for (const { labels: all, value } of buckets) {
    const labels = withoutBound(all);
    const key = seriesKey({ labels });
    const histogram = histograms.get(key) ?? { labels, buckets: [] };
    histogram.buckets.push([all["le"] === "+Inf" ? Infinity : Number(all["le"]), value]);
    histograms.set(key, histogram);
  }
  return [...histograms.values()].map(({ labels, buckets: own }) => ({
    labels,
    value: valueOf(own.sort(([a], [b]) => a - b)),
  }));
}

const withoutBound = once((labels: VectorElement["labels"]) => keepLabels(labels, ["le"], false));

function valueAtRank(quantile: number, buckets: readonly Bucket[]): number {
  const rank = quantile * (buckets.at(-1)?.[1] ?? 0);
  const index = buckets.findIndex(([, count]) => count >= rank);
  const [upper, count] = buckets[index] ?? [NaN, 0];
  const [lower, before] = buckets[index - 1] ?? [0, 0];
  if (upper === Infinity) return lower;
  return lower + ((upper - lower) * (rank - before)) / (count - before);
}
