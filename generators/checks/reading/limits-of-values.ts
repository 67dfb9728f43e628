import { metricNamed } from "../../model/lookups.ts";
import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import { aggregationNamed } from "../../promql/aggregations.ts";
import type { Interval, CatalogueSeries } from "../../promql/series.ts";
import type { Operand } from "../../promql/extraction.ts";
import { functionNamed } from "../../promql/functions.ts";
import { formatQuantity } from "../../text/quantity.ts";

/** What the samples of an operand can be. */
export interface Limits extends Interval {
  /** What keeps them there, in a sentence that follows a colon. */
  readonly because: string;
  /** True: there is a sample only where there is something, so that a comparison which always holds asks for existence. */
  readonly existence: boolean;
  /** What an author may do at the metric instead. */
  readonly widen?: { readonly how: string; readonly place: Place } | undefined;
}

/** Undefined: they can be anything, or the limits are not known. */
export function limitsOf(
  { type, function: outermost = "", series }: Operand,
  model: Model,
): Limits | undefined {
  const { bound, unit } = type;
  const existence = existenceLimits(outermost.toLowerCase());
  if (existence) return existence;
  switch (bound?.kind) {
    case "buckets":
      return bucketLimits(bound.series, unit, model);
    case "series":
      return seriesLimits(bound.series, unit, model);
    case "interval":
      // One gauge as it is has the limits of its unit; a calculation has limits of its own.
      return seriesLimits(series, unit, model, bound) ?? intervalLimits(bound, unit);
    case undefined:
      return undefined;
  }
}

/** Of what gives 1, or a number of things, or else no series at all: what is counted is never 0. */
function existenceLimits(name: string): Limits | undefined {
  const values = (functionNamed(name) ?? aggregationNamed(name))?.values;
  if (values !== "one" && values !== "number") return undefined;
  const [max, gives] = values === "one" ? [1, "returns 1"] : [Infinity, "returns 1 or more"];
  return { min: 1, max, existence: true, because: `${name}() ${gives}, or returns nothing` };
}

function intervalLimits({ min, max }: Interval, unit: string): Limits {
  return { min, max, existence: false, because: `the value lies between ${between({ min, max }, unit)}` };
}

/** A quantile is never above the highest finite bucket: what is above counts as lying there. */
function bucketLimits(series: readonly CatalogueSeries[], unit: string, model: Model): Limits | undefined {
  const bounds = series.flatMap(({ labels }) => {
    const le = labels.get("le");
    return Array.isArray(le) ? le.map(Number).filter(Number.isFinite) : [];
  });
  const [first] = series;
  if (bounds.length === 0 || !first) return undefined;
  const max = Math.max(...bounds);
  // Below the lowest bucket Prometheus counts from 0, unless that bucket lies there itself.
  const min = Math.min(0, ...bounds);
  return {
    min,
    max,
    existence: false,
    because: `a quantile of ${first.metric} lies between ${between({ min, max }, unit)}, its highest bucket`,
    widen: widen("add a higher bucket", first, model),
  };
}

/** Gauges whose units have limits; `bound` is what is left of them after a calculation, which must be nothing else. */
function seriesLimits(
  series: readonly CatalogueSeries[],
  unit: string,
  model: Model,
  bound?: Interval,
): Limits | undefined {
  const intervals = series.flatMap(({ interval }) => interval ?? []);
  const [first] = series;
  if (!first || first.type !== "gauge" || intervals.length < series.length) return undefined;
  const min = Math.min(...intervals.map((interval) => interval.min));
  const max = Math.max(...intervals.map((interval) => interval.max));
  if (bound && (bound.min !== min || bound.max !== max)) return undefined;
  return {
    min,
    max,
    existence: false,
    because: `${first.name} lies between ${between({ min, max }, unit)}`,
    widen: widen(`give ${first.name} another unit`, first, model),
  };
}

function between({ min, max }: Interval, unit: string): string {
  return `${formatQuantity(min, unit)} and ${formatQuantity(max, unit)}`;
}

/** Nothing for what nobody declares, such as `up`. */
function widen(how: string, { metric, job }: CatalogueSeries, model: Model): Limits["widen"] {
  const declared = metricNamed(model, { job, name: metric });
  return declared && { how, place: declared.place };
}
