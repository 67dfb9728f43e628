import type { LabelMatcher } from "../promql/tree.ts";
import {
  type Expression,
  type MetricReference,
  isExpression,
  stateOf,
  typed,
} from "./expression/expression.ts";
import { type Buckets, type Histogram, type Summary, histogramOf } from "./expression/histogram.ts";
import { boundSpellings } from "./expression/selector.ts";
import type { Counter, Gauge } from "./expression/series.ts";
import { newExpression } from "./expression/methods.ts";
import { type LabelSpecs, type Labels, type LabelsIn, storedLabels } from "./label.ts";
import {
  type MetricDefinition,
  type MetricType,
  type MetricsOptions,
  type UnnamedCounter,
  type UnnamedGauge,
  type UnnamedHistogram,
  type UnnamedMetric,
  type UnnamedSummary,
  namedMetric,
} from "./metric-definition.ts";
import { callerPlace } from "./place.ts";
import { type Source, isSource } from "./job.ts";

/** The metrics that one call of `metrics()` declared. */
export interface MetricGroup {
  /** The job they come from; undefined if they were declared with labels only. */
  readonly source: Source | undefined;
  /** The labels that each of them carries. */
  readonly labels: LabelSpecs;
  readonly metrics: readonly MetricDefinition[];
}

const groupKey = Symbol("metrics of a group");
const referenceKey = Symbol("metric of a handle");

/** The definitions behind a result of `metrics()`; undefined for anything else. */
export function metricGroupOf(value: unknown): MetricGroup | undefined {
  // Only carryGroup() puts something under this key.
  return carriedBy(value, groupKey) as MetricGroup | undefined;
}

/**
 * The metric or recording that a handle selects, by name and labels; undefined for anything else.
 *
 * A handle narrowed by `where()` still selects its metric; the result of a function or an operator does not.
 */
export function metricOf(value: unknown): MetricReference | undefined {
  if (isExpression(value)) return stateOf(value).metric;
  return carriedBy(value, referenceKey) as MetricReference | undefined;
}

/** `handles` with the group they belong to, which does not show up among their names. */
export function carryGroup<T extends object>(handles: T, group: MetricGroup): T {
  return Object.freeze(Object.defineProperty(handles, groupKey, { value: Object.freeze(group) }));
}

/** A handle of several series, such as a histogram, with the metric it stands for. */
export function carryReference<T extends object>(handle: T, metric: MetricReference): T {
  return Object.freeze(Object.defineProperty(handle, referenceKey, { value: Object.freeze(metric) }));
}

function carriedBy(value: unknown, key: symbol): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** The handle of a metric for expressions. `C` are the labels of its source, `Pinned` those it is always selected with. */
export type Handle<D, C, Pinned extends string> =
  D extends UnnamedCounter<infer S, infer U>
    ? HandleWith<LabelsIn<C, S>, U, Pinned>["counter"]
    : D extends UnnamedGauge<infer S, infer U>
      ? HandleWith<LabelsIn<C, S>, U, Pinned>["gauge"]
      : D extends UnnamedHistogram<infer S, infer U, infer B>
        ? HandleWith<LabelsIn<C, S>, U, Pinned, `${B[number]}` | "+Inf">["histogram"]
        : D extends UnnamedSummary<infer S, infer U, infer Q>
          ? HandleWith<LabelsIn<C, S>, U, Pinned, `${Q[number]}`>["summary"]
          : never;

// Here, and not in the type above: `Gauge<LabelsIn<C, S>, U, Pinned>` in an alias is another type, with all its methods, for each
// metric; written with parameters alone it is one for all metrics with the same labels and unit.
interface HandleWith<
  L extends Labels,
  U extends string,
  Pinned extends string,
  Bound extends string = never,
> {
  readonly counter: Counter<L, U, Pinned>;
  readonly gauge: Gauge<L, U, Pinned>;
  readonly histogram: Histogram<L, U, Bound, Pinned>;
  readonly summary: Summary<L, U, Bound, Pinned>;
}

/** What every metric of a group shares. */
export interface HandleOrigin {
  readonly labels: LabelSpecs;
  /** The matchers that every selector of the group has. */
  readonly pinned: readonly LabelMatcher[];
}

/** One name that can be selected: a histogram has three. */
interface Series {
  readonly name: string;
  readonly unit: string;
  readonly observed?: string;
  /** The label that only this series of the metric has. */
  readonly extra?: LabelSpecs;
}

/** The handle of a metric; its type is `Handle`. */
export function handleOf(metric: MetricDefinition, origin: HandleOrigin): object {
  const { name, unit } = metric;
  const labels = storedLabels(origin.labels, metric.labels);
  const reference: MetricReference = { name, type: metric.type, help: metric.help, labels };
  const select = ({ extra, ...series }: Series) =>
    selector(series, { ...reference, name: series.name, labels: { ...labels, ...extra } }, origin.pinned);
  if (metric.type === "counter" || metric.type === "gauge") return select({ name, unit });

  const sum = typed<Counter<Labels, string>>(select({ name: `${name}_sum`, unit }));
  const count = typed<Counter<Labels, "count">>(select({ name: `${name}_count`, unit: "count" }));
  if (metric.type === "summary") {
    const quantile = (metric.quantiles ?? []).flatMap((bound) => boundSpellings(String(bound)));
    return carryReference({ quantiles: select({ name, unit, extra: { quantile } }), sum, count }, reference);
  }
  const le = [...(metric.buckets ?? []).map(String), "+Inf"].flatMap(boundSpellings);
  const buckets = select({ name: `${name}_bucket`, unit: "count", observed: unit, extra: { le } });
  const handle = histogramOf(typed<Buckets<Labels & { le: string }, string>>(buckets), sum, count);
  return carryReference(handle, reference);
}

function selector(
  { name, ...state }: Omit<Series, "extra">,
  metric: MetricReference,
  matchers: readonly LabelMatcher[],
): Expression {
  return newExpression({ ...state, node: { kind: "selector", metric: name, matchers }, metric });
}

/** The labels that series from `F`, a source or a list of labels, carry. */
export type SeriesLabels<F> = F extends Source<infer C> ? C : F;

/** The labels that series from `F` are always selected with. */
type PinnedLabels<F> = F extends Source ? "job" : never;

/** The handles of the metrics `M`, whose series carry the labels `C` and are selected with the labels `Pinned`. */
// By what a handle is made of, and not by the source, whose sample of JSON would otherwise be in every message.
export type HandlesOf<C, M, Pinned extends string> = { readonly [K in keyof M]: Handle<M[K], C, Pinned> };

/** The handles of the metrics `M` of a source or of a list of labels. */
export type Handles<F, M> = HandlesOf<SeriesLabels<F>, M, PinnedLabels<F>>;

/**
 * Declares the metrics of a job. Each key is the name of a metric, and becomes its handle for expressions.
 *
 * Selectors match the job: `shop_free_seats{job="ticket-shop"}`. With labels instead of a job, such as
 * `{ job: "*", instance: "*" }`, they match any. Metrics of a program that is not yours need `foreignNames`.
 * @example export const sales = metrics(shop, { shop_free_seats: gauge({ help: "Free seats.", unit: "seats" }) });
 * @example metrics(shop, { pg_up: gauge({ help: "Whether it answers.", unit: "bool" }) }, { foreignNames: "postgres_exporter names them" })
 * @refuses ofShop.shop_request_total
 * @refuses metrics(shop, { shop_free_seats: { help: "Free seats.", unit: "seats" } })
 * @check names-are-unique
 * @check names-follow-conventions
 * @check labels-that-tell-apart-exist
 * @check metrics-are-used
 */
export function metrics<
  const F extends LabelSpecs | Source,
  // Only the type is asked for: a richer constraint would flow into counter(…) and widen its unit.
  const M extends Readonly<Record<string, { readonly type: MetricType }>>,
>(
  from: F,
  definitions: M,
  { foreignNames, unused }: MetricsOptions = {},
): HandlesOf<SeriesLabels<F>, M, PinnedLabels<F>> {
  const origin = originOf(from);
  const foreign = foreignNames === undefined ? undefined : { reason: foreignNames, place: callerPlace() };
  const named = Object.entries(definitions).map(([name, metric]) => {
    // Only counter(), gauge(), histogram() and summary() make a value that has a place.
    if (!("place" in metric))
      throw new TypeError(`${name}: write counter({ … }), gauge({ … }), histogram({ … }) or summary({ … })`);
    return namedMetric(name, metric as UnnamedMetric, { foreignNames: foreign, groupUnused: unused });
  });
  const handles = Object.fromEntries(named.map((metric) => [metric.name, handleOf(metric, origin)]));
  const group = { source: origin.source, labels: origin.labels, metrics: named };
  // handleOf() makes a Handle of each metric; the types of Object.fromEntries lose the mapping by name.
  return carryGroup(handles, group) as Handles<F, M>;
}

interface Origin {
  readonly source: Source | undefined;
  readonly labels: LabelSpecs;
  readonly pinned: readonly LabelMatcher[];
}

function originOf(from: LabelSpecs | Source): Origin {
  if (!isSource(from)) return { source: undefined, labels: from, pinned: [] };
  return {
    source: from,
    labels: from.seriesLabels,
    pinned: [{ name: "job", op: "=", value: from.job }],
  };
}
