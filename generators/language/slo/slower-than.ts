import type { RuleDuration } from "../duration.ts";
import { type HistogramIn, type SelectorOf, expressionOf, typed } from "../expression/expression.ts";
import type { Counter } from "../expression/series.ts";
import { type Indicator, type IndicatorWords, type JobVector, type PerJob, upOf } from "./indicator.ts";
import type { Buckets } from "../expression/histogram.ts";
import { holds, quantile } from "../given.ts";

/** A histogram of one job with the buckets `Le`. */
interface HistogramOf<Le extends string> extends HistogramIn<string> {
  /** The counters of its buckets. */
  readonly bucket: SelectorOf<{ job: string; le: Le }>;
}

/** So few observations that no objective is missed because of them. */
const hardlyAny = 0.0001;

/**
 * Measures observations above a bound.
 *
 * The bound is one of the histogram's buckets, as text: of `buckets: [0.5, 1]` it is `"0.5"` or `"1"`. Others are refused, because a
 * histogram cannot tell them apart.
 * @example slowerThan(latency, "0.5", { words: "of the requests take longer than 500 ms" })
 * @refuses slowerThan(latency, "0.3", { words: "of the requests take longer than 300 ms" })
 */
export function slowerThan<Le extends string>(
  histogram: HistogramOf<Le>,
  bound: Exclude<NoInfer<Le>, "+Inf">,
  { words }: IndicatorWords,
): Indicator {
  // A cast: the types have checked that the bound is one of the buckets.
  const bucket = typed<Buckets<PerJob & { le: string }, string>>(expressionOf(histogram.bucket));
  const [all, fast] = ["+Inf", bound].map((le) => bucketOf(bucket, le));
  if (!all || !fast) throw new TypeError("slowerThan() takes a histogram, and one of its bounds as text");
  const rateOf = (counter: Counter<PerJob, "count">, window: RuleDuration): JobVector =>
    counter.rate(window).sumBy("job");
  const observed = (q: number) => quantile(histogram, q, Number(bound));
  return {
    kind: "indicator",
    counts: "events",
    words,
    total: (window) => rateOf(all, window).or(upOf(all).sumBy("job").mul(0)),
    totalExamples: [
      { given: [observed(0.98)], expect: 100 },
      { given: [holds(upOf(all), 1)], expect: 0 },
    ],
    bad: (total, window) => rateOf(all, window).sub(rateOf(fast, window)).or(total.mul(0)),
    badExamples: (total) => [
      // The quantile says that 2 of 100 took longer than the bound.
      { given: [observed(0.98), holds(total, 100)], expect: 2 },
      { given: [holds(total, 100)], expect: 0 },
    ],
    onTargets: (share) => ({
      ok: [observed(1 - hardlyAny)],
      firing: [observed(Math.max(hardlyAny, 1 - share))],
    }),
  };
}

/** The bucket of a bound, as a counter. Buckets are cumulative: that of +Inf has all observations. */
function bucketOf(bucket: Buckets<PerJob & { le: string }, string>, le: string): Counter<PerJob, "count"> {
  return typed(expressionOf(bucket.where({ le })));
}
