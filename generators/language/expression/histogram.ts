import type { Duration } from "../duration.ts";
import type { Flat, Labels, Matchers, Name, Only, Without } from "../label.ts";
import {
  type Expression,
  type GrowthOfBuckets,
  called,
  nodeOf,
  type observed,
  stateOf,
} from "./expression.ts";
import { operandNode } from "./matching.ts";
import type { Selector } from "./selector.ts";
import type { Counter, Gauge } from "./series.ts";
import type { Vector } from "./vector.ts";
import type { Threshold } from "../quantity.ts";
import { numberNode } from "../../promql/tree.ts";

/**
 * How many observations were at most `le`, for each bucket.
 * @refuses latency.bucket.gt(5)
 */
export interface Buckets<L extends Labels, U extends string> extends Selector<L> {
  /**
   * Growth per second of each bucket: `rate(…_bucket[5m])`; go on with `sumBy(…, "le")` and `histogramQuantile()`.
   *
   * In a rule, a histogram with a label of any value (`"*"`) that begins with its first observation counts from 0.
   * @example latency.bucket.rate("5m").sumBy("path", "le").asVector()
   */
  rate(range: Duration): BucketRates<L, U, "count/s">;
  /**
   * Growth of each bucket in the last `range`: `increase(…_bucket[5m])`.
   * @example latency.bucket.increase("5m").sumBy("le").asVector()
   */
  increase(range: Duration): BucketRates<L, U, "count">;
}

/** The growth of histogram buckets, which a recording may keep. Quantiles are possible as long as `le` is kept. */
export interface BucketRates<L extends Labels, U extends string, G extends string> extends GrowthOfBuckets<
  L,
  U,
  G
> {
  /**
   * The sum for each value of these labels: `sum by (job, le) (…)`. Include `le` if you want a quantile.
   * @example latency.bucket.rate("5m").sumBy("path", "le").histogramQuantile(0.95)
   * @refuses latency.bucket.rate("5m").sumBy("path").histogramQuantile(0.95)
   */
  sumBy<K extends Name<L> = never>(
    ...labels: readonly K[]
  ): "le" extends K ? BucketRates<Only<L, K>, U, G> : Vector<Only<L, K>, G>;
  /**
   * The sum over these labels, never over `le`: `sum without (instance) (…)`.
   * @example latency.bucket.rate("5m").sumWithout("instance").histogramQuantile(0.95)
   */
  sumWithout<K extends Exclude<Name<L>, "le"> = never>(
    ...labels: readonly K[]
  ): BucketRates<Without<L, K>, U, G>;
  /**
   * The value that the fraction `q` (0 to 1) of observations does not exceed: `histogram_quantile(0.95, …)`, in the unit observed.
   * @example latency.bucket.rate("5m").sumBy("le").histogramQuantile(0.95)
   * @example ratesByPath.where({ path: "/" }).histogramQuantile(0.95)
   */
  histogramQuantile(q: number): Vector<Without<L, "le">, U>;
  /**
   * The fraction of observations between two values: `histogram_fraction(0, 0.5, …)`, a ratio.
   * @example latency.bucket.rate("5m").sumBy("le").histogramFraction(0, ms(500))
   * @refuses latency.bucket.rate("5m").histogramFraction(0, 500)
   */
  histogramFraction(lower: Threshold<U>, upper: Threshold<U>): Vector<Without<L, "le">, "ratio">;
  /**
   * The growth of each bucket as a plain vector, which can be joined and calculated with; nothing is printed. `.asBuckets("seconds")` leads back.
   * @example latency.bucket.increase("$__rate_interval").sumBy("le").asVector()
   */
  asVector(): Vector<L, G>;
}

/** The growth of histogram buckets that a recording has: their quantiles, and some of its series. */
export interface RecordedBuckets<L extends Labels, U extends string, G extends string>
  extends BucketRates<L, U, G>, Selector<L> {}

/**
 * Observations such as response times, counted by buckets: the functions of its three series, and quantiles and means of what was observed.
 * @refuses latency.rate("5m")
 * @refuses latency.quantile(0.95, "5m", "status")
 */
export interface Histogram<
  L extends Labels,
  U extends string,
  Le extends string,
  Pinned extends string = never,
> {
  readonly [observed]: U;
  /**
   * Only the observations with these labels, as for any metric. Refuses labels and values that the histogram does not have.
   * @example latency.where({ path: "/" }).quantile(0.95, "5m")
   * @refuses latency.where({ nowhere: "a" })
   */
  where(matchers: Matchers<L>): Histogram<L, U, Le, Pinned>;
  /**
   * Only the observations without these labels, as for any metric.
   * @example latency.whereNot({ path: "/health" }).quantile(0.95, "5m")
   */
  whereNot(matchers: Matchers<L>): Histogram<L, U, Le, Pinned>;
  /**
   * The counters `…_bucket`, one for each bound `le`.
   * @example latency.bucket.rate("5m").asVector()
   */
  readonly bucket: Buckets<Flat<L & { le: Le }>, U>;
  /**
   * The counter `…_sum`: what was observed, added up, in the unit observed.
   * @example latency.sum.rate("5m")
   */
  readonly sum: Counter<L, U, Pinned>;
  /**
   * The counter `…_count`: how many observations there were.
   * @example latency.count.rate("5m")
   */
  readonly count: Counter<L, "count", Pinned>;
  /**
   * `histogram_quantile(q, sum by (…, le) (rate(…_bucket[range])))`, in the unit observed.
   * @example latency.quantile(0.95, "5m", "path")
   */
  quantile<K extends Name<L> = never>(q: number, range: Duration, ...by: readonly K[]): Vector<Only<L, K>, U>;
  /**
   * The mean of what was observed in the range: `sum(rate(…_sum[5m])) / sum(rate(…_count[5m]))`.
   * @example latency.mean("5m", "path")
   */
  mean<K extends Name<L> = never>(range: Duration, ...by: readonly K[]): Vector<Only<L, K>, U>;
  /**
   * The counter of the observations that were at most a bucket: `…_bucket{le="0.5"}`; `.atMost("0.5").rate("5m")`. Refuses bounds that are no buckets.
   * @example latency.atMost("0.5").rate("5m")
   * @refuses latency.atMost("0.3")
   */
  atMost(le: Le): Counter<Flat<L & { le: Le }>, "count", Pinned | "le">;
}

/**
 * Quantiles that a program computed itself, with the sum and the number of what it observed.
 * @refuses pause.quantile(0.99, "5m")
 * @check computed-statistics-are-not-aggregated
 */
export interface Summary<
  L extends Labels,
  U extends string,
  Q extends string,
  Pinned extends string = never,
> {
  /**
   * The gauges of the quantiles, by the label `quantile`: `.quantiles.where({ quantile: "0.99" })`. Adding or averaging them is refused.
   * @example pause.quantiles.where({ quantile: "0.99" })
   */
  readonly quantiles: Gauge<Flat<L & { quantile: Q }>, U, Pinned>;
  /**
   * The counter `…_sum`: what was observed, added up, in the unit observed.
   * @example pause.sum.rate("5m")
   */
  readonly sum: Counter<L, U, Pinned>;
  /**
   * The counter `…_count`: how many observations there were.
   * @example pause.count.rate("5m")
   */
  readonly count: Counter<L, "count", Pinned>;
}

export const ofBuckets = {
  histogramQuantile(this: Expression, q: number) {
    return called(this, "histogram_quantile", numberNode(q), nodeOf(this));
  },
  histogramFraction(this: Expression, lower: unknown, upper: unknown) {
    const limits = [lower, upper].map((limit) => operandNode(limit, observedUnit(this)));
    return called(this, "histogram_fraction", ...limits, nodeOf(this));
  },
  asVector(this: Expression) {
    return this;
  },
};

function observedUnit(buckets: Expression): string {
  return stateOf(buckets).observed ?? "none";
}

/** The handle of a histogram, made of its three series: at run time the same for all labels. */
export function histogramOf(
  bucket: Buckets<Labels & { le: string }, string>,
  sum: Counter<Labels, string>,
  count: Counter<Labels, "count">,
) {
  const total = (of: Counter<Labels, string>, range: Duration, by: readonly string[]) =>
    by.length > 0 ? of.rate(range).sumBy(...by) : of.rate(range).sum();
  return {
    bucket,
    sum,
    count,
    where(matchers: Matchers<Labels>): object {
      return histogramOf(bucket.where(matchers), sum.where(matchers), count.where(matchers));
    },
    whereNot(matchers: Matchers<Labels>): object {
      return histogramOf(bucket.whereNot(matchers), sum.whereNot(matchers), count.whereNot(matchers));
    },
    quantile(q: number, range: Duration, ...by: readonly string[]) {
      const rates = bucket.rate(range).sumBy(...by, "le");
      return rates.histogramQuantile(q);
    },
    mean(range: Duration, ...by: readonly string[]) {
      return total(sum, range, by).div(total(count, range, by));
    },
    atMost(le: string) {
      return bucket.where({ le });
    },
  };
}
