import type { Allowances } from "./allow.ts";
import type { LabelSpecs } from "./label.ts";
import { type Place, callerPlace } from "./place.ts";
import { refuseMisspelt } from "./unit-scale.ts";
import type { Spelt, Unit } from "./unit.ts";

/**
 * A statistic that a program computed from many observations itself: a percentile such as `p99`, the mean, the lowest, the highest,
 * or a ratio.
 *
 * It no longer says how many observations there were, nor over which time. So it can be compared, and the worst of several can be
 * picked, but sums, means and percentiles of it are refused.
 */
export type Computed = `p${number}` | "mean" | "min" | "max" | "ratio";

export interface MetricsOptions {
  /**
   * Who named these metrics, if not you: `"postgres_exporter names them"`.
   *
   * Counters then need not end in `_total`, names may contain colons, and quantiles of summaries may go up to 100. Default: yours.
   */
  readonly foreignNames?: string;
  /**
   * Why those of these metrics are scraped that no rule, panel or runbook uses: `"postgres_exporter has them; whoever needs one finds it here"`.
   *
   * It may stay when they are used. Default: each says it itself, with its own `unused`.
   */
  readonly unused?: string;
}

/** That somebody else named the metrics of a group. */
export interface ForeignNames {
  /** Who named them. */
  readonly reason: string;
  readonly place: Place;
}

export type MetricType = "counter" | "gauge" | "histogram" | "summary";

/** Options of every metric. */
export interface MetricOptions<S extends LabelSpecs, U extends Unit> {
  /** What the metric measures, in one sentence. */
  readonly help: string;
  /** The unit of a sample: `"seconds"`, `"bytes"`, or a word of your own such as `"orders"`. Default: `"count"`. */
  readonly unit?: Spelt<U>;
  /**
   * The labels of the metric itself, each with its values: a list, a pattern, or `"*"` for any. Default: none.
   *
   *     labels: { result: ["sold", "failed"], status: /[1-5]../, path: "*" }
   */
  readonly labels?: S;
  /**
   * The labels of which each set of values has at most one series of the job at a time: `["instance"]` of an `info` metric whose version
   * changes, but which is there once. Joins on these labels then cannot be ambiguous. Default: all labels.
   */
  readonly onePer?: readonly string[];
  /** Why it is scraped although no rule, panel or runbook uses it; an unused metric without a reason is a problem. */
  readonly unused?: string;
  /**
   * Why the metric may be missing while its program answers: `"only while a game runs"`. No guard then fires for it. Default: the program
   * always has it, unless a label of it is not listed.
   */
  readonly comesAndGoes?: string;
  /** Checks to suppress for this metric, by id, each with a reason. */
  readonly allow?: Allowances;
}

/** A metric that has no name yet: `metrics()` names it after its key. */
interface Unnamed<T extends MetricType, S extends LabelSpecs, U extends Unit> extends MetricOptions<S, U> {
  readonly type: T;
  readonly place: Place;
}
export interface UnnamedCounter<S extends LabelSpecs, U extends Unit> extends Unnamed<"counter", S, U> {}
export interface UnnamedGauge<S extends LabelSpecs, U extends Unit> extends Unnamed<"gauge", S, U> {
  readonly computed?: Computed;
}
export interface UnnamedHistogram<
  S extends LabelSpecs,
  U extends Unit,
  B extends readonly number[],
> extends Unnamed<"histogram", S, U> {
  readonly buckets: B;
}
export interface UnnamedSummary<
  S extends LabelSpecs,
  U extends Unit,
  Q extends readonly number[],
> extends Unnamed<"summary", S, U> {
  readonly quantiles: Q;
}

/** A metric as the compiler reads it. */
export interface MetricDefinition {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly unit: Unit;
  /** Its own labels; those of its source are in the group. */
  readonly labels: LabelSpecs;
  /** Upper bounds of a histogram's buckets, without +Inf. */
  readonly buckets?: readonly number[];
  /** The quantiles of a summary. */
  readonly quantiles?: readonly number[];
  /** The labels that tell its series apart; left out: all of them. */
  readonly onePer?: readonly string[];
  /** Of a gauge: the statistic that the program computed itself. */
  readonly computed?: Computed;
  readonly unused?: string;
  /** Why it may be missing while its program answers. */
  readonly comesAndGoes?: string;
  /** Why those of its group that nothing uses are kept. */
  readonly groupUnused?: string;
  /** The same for all metrics of a group. */
  readonly foreignNames?: ForeignNames;
  readonly allow: Allowances;
  readonly place: Place;
}

// Without a default for U the editor offers the known units; a metric without a unit counts something.
type UnitOr<U extends Unit> = Unit extends U ? "count" : U;

/**
 * A metric that only grows, such as requests served.
 * @example counter({ help: "Orders.", unit: "orders", labels: { result: ["sold", "failed"] } })
 * @refuses counter({ unit: "orders" })
 * @refuses counter({ help: "Time spent.", unit: "sec" })
 * @check names-follow-conventions
 */
export function counter<const U extends Unit, const S extends LabelSpecs = {}>(
  options: MetricOptions<S, U>,
): UnnamedCounter<S, UnitOr<U>> {
  return unnamed("counter", options);
}

export interface GaugeOptions<S extends LabelSpecs, U extends Unit> extends MetricOptions<S, U> {
  /** The statistic that the program computed itself: `"p99"`, `"mean"`, `"max"` … Default: none, it is a plain value. */
  readonly computed?: Computed;
}

/**
 * A metric that goes up and down, such as a temperature.
 * @example gauge({ help: "Free seats.", unit: "seats" })
 * @refuses gauge({ unit: "seats" })
 * @refuses gauge({ help: "Response time.", unit: "seconds", computed: "median" })
 * @check computed-statistics-are-declared
 */
export function gauge<const U extends Unit, const S extends LabelSpecs = {}>(
  options: GaugeOptions<S, U>,
): UnnamedGauge<S, UnitOr<U>> {
  return unnamed("gauge", options);
}

export interface HistogramOptions<
  S extends LabelSpecs,
  U extends Unit,
  B extends readonly number[],
> extends MetricOptions<S, U> {
  /** The upper bounds of the buckets, in the unit of the metric, without +Inf: `[0.1, 0.5, 1]`. */
  readonly buckets: B;
}

/**
 * How many observations fell into each bucket.
 * @example histogram({ help: "Response time.", unit: "seconds", buckets: [0.1, 0.5, 1] })
 * @refuses histogram({ help: "Response time.", unit: "seconds" })
 */
export function histogram<
  const B extends readonly number[],
  const U extends Unit,
  const S extends LabelSpecs = {},
>(options: HistogramOptions<S, U, B>): UnnamedHistogram<S, UnitOr<U>, B> {
  return unnamed("histogram", options);
}

export interface SummaryOptions<
  S extends LabelSpecs,
  U extends Unit,
  Q extends readonly number[],
> extends MetricOptions<S, U> {
  /** The quantiles that the program computes, from 0 to 1: `[0.5, 0.99]`. */
  readonly quantiles: Q;
}

/**
 * Quantiles that the program computes itself. Adding or averaging them is refused; prefer a histogram.
 * @example summary({ help: "Pauses.", unit: "seconds", quantiles: [0.5, 0.99] })
 * @refuses summary({ help: "Pauses.", unit: "seconds" })
 * @check computed-statistics-are-not-aggregated
 */
export function summary<
  const Q extends readonly number[],
  const U extends Unit,
  const S extends LabelSpecs = {},
>(options: SummaryOptions<S, U, Q>): UnnamedSummary<S, UnitOr<U>, Q> {
  return unnamed("summary", options);
}

function unnamed<T extends MetricType, F extends { readonly unit?: string }>(type: T, options: F): never {
  refuseMisspelt(options.unit ?? "count");
  // `never` fits every result above: only the types know that a metric without a unit is a count.
  return Object.freeze({ ...options, type, place: callerPlace() }) as never;
}

/** What is said once for all metrics of a group. */
interface OfGroup {
  readonly foreignNames?: ForeignNames | undefined;
  readonly groupUnused?: string | undefined;
}

/** The definition of the metric `name`. */
export function namedMetric(
  name: string,
  metric: UnnamedMetric,
  { foreignNames, groupUnused }: OfGroup = {},
): MetricDefinition {
  const { type, help, unit = "count", labels = {}, onePer, unused, comesAndGoes, allow = {}, place } = metric;
  return Object.freeze({
    name,
    type,
    help,
    unit,
    labels,
    ...("buckets" in metric ? { buckets: metric.buckets } : {}),
    ...("quantiles" in metric ? { quantiles: metric.quantiles } : {}),
    ...(onePer === undefined ? {} : { onePer }),
    ...("computed" in metric ? { computed: metric.computed } : {}),
    ...(unused === undefined ? {} : { unused }),
    ...(comesAndGoes === undefined ? {} : { comesAndGoes }),
    ...(groupUnused === undefined ? {} : { groupUnused }),
    ...(foreignNames === undefined ? {} : { foreignNames }),
    allow,
    place,
  });
}

export type UnnamedMetric =
  | UnnamedCounter<LabelSpecs, Unit>
  | UnnamedGauge<LabelSpecs, Unit>
  | UnnamedHistogram<LabelSpecs, Unit, readonly number[]>
  | UnnamedSummary<LabelSpecs, Unit, readonly number[]>;
