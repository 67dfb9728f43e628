import type { Allowances } from "./allow.ts";
import type { LabelSpecs } from "./label.ts";
import { type Place, callerPlace } from "./place.ts";
import { refuseSlips } from "./unit-scale.ts";
import type { Spelt, Unit } from "./unit.ts";

/**
 * What a program made of many observations before anybody asked: a percentile such as `p99`, their mean, the lowest, the
 * highest, or a part of them as a ratio.
 *
 * How many observations it stands for, and over which time, is no longer known. So it can be compared and the worst of
 * several can be picked, but no sum, mean or percentile can be made of it.
 */
export type Computed = `p${number}` | "mean" | "min" | "max" | "ratio";

export interface MetricsOptions {
  /**
   * Who names these metrics, where it is another program than yours: `"postgres_exporter names them"`. Then a counter need not end
   * in `_total`, a name may hold colons, and a summary may count its quantiles to 100.
   */
  readonly foreignNames?: string;
}

/** That the metrics of a group are named by somebody else, said once for all of them. */
export interface ForeignNames {
  /** Who names them. */
  readonly reason: string;
  readonly place: Place;
}

export type MetricType = "counter" | "gauge" | "histogram" | "summary";

/** What an author says of a metric. */
export interface MetricFacts<S extends LabelSpecs, U extends Unit> {
  /** What the metric says, in a sentence. */
  readonly help: string;
  /** What a sample measures; left out, it counts something. */
  readonly unit?: Spelt<U>;
  /** The metric's own labels and the values they may have. */
  readonly labels?: S;
  /** Why it is scraped though no rule, no panel and no runbook uses it. */
  readonly unused?: string;
  readonly allow?: Allowances;
}

/** A metric that has no name yet: its name is the key under which it is given to `metrics()`. */
interface Unnamed<T extends MetricType, S extends LabelSpecs, U extends Unit> extends MetricFacts<S, U> {
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
  /** What the program made of its observations itself, of a gauge. */
  readonly computed?: Computed;
  readonly unused?: string;
  /** One and the same for all metrics of a group. */
  readonly foreignNames?: ForeignNames;
  readonly allow: Allowances;
  readonly place: Place;
}

// Without a default for U the editor offers the known units; a metric without a unit counts something.
type UnitOr<U extends Unit> = Unit extends U ? "count" : U;

/** A metric that only grows, such as requests served. */
export function counter<const U extends Unit, const S extends LabelSpecs = {}>(
  facts: MetricFacts<S, U>,
): UnnamedCounter<S, UnitOr<U>> {
  return unnamed("counter", facts);
}

/** A metric that goes up and down, such as a temperature; `computed` says that it is a statistic of its program. */
export function gauge<const U extends Unit, const S extends LabelSpecs = {}>(
  facts: MetricFacts<S, U> & { readonly computed?: Computed },
): UnnamedGauge<S, UnitOr<U>> {
  return unnamed("gauge", facts);
}

/** How many observations fell into each bucket. `buckets` are the upper bounds, without +Inf. */
export function histogram<
  const B extends readonly number[],
  const U extends Unit,
  const S extends LabelSpecs = {},
>(facts: MetricFacts<S, U> & { readonly buckets: B }): UnnamedHistogram<S, UnitOr<U>, B> {
  return unnamed("histogram", facts);
}

/** Quantiles that the program itself computes. They cannot be added up; prefer a histogram. */
export function summary<
  const Q extends readonly number[],
  const U extends Unit,
  const S extends LabelSpecs = {},
>(facts: MetricFacts<S, U> & { readonly quantiles: Q }): UnnamedSummary<S, UnitOr<U>, Q> {
  return unnamed("summary", facts);
}

function unnamed<T extends MetricType, F extends { readonly unit?: string }>(type: T, facts: F): never {
  refuseSlips(facts.unit ?? "count");
  // `never` fits every result above: that a left-out unit reads as "count" is said by the types only.
  return Object.freeze({ ...facts, type, place: callerPlace() }) as never;
}

/** The definition of the metric `name`. */
export function namedMetric(
  name: string,
  metric: UnnamedMetric,
  foreignNames: ForeignNames | undefined,
): MetricDefinition {
  const { type, help, unit = "count", labels = {}, unused, allow = {}, place } = metric;
  return Object.freeze({
    name,
    type,
    help,
    unit,
    labels,
    ...("buckets" in metric ? { buckets: metric.buckets } : {}),
    ...("quantiles" in metric ? { quantiles: metric.quantiles } : {}),
    ...("computed" in metric ? { computed: metric.computed } : {}),
    ...(unused === undefined ? {} : { unused }),
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
