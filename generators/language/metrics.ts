import type { LabelMatcher } from "../promql/tree.ts";
import type { MetricsOptions } from "./foreign-names.ts";
import type { LabelSpecs } from "./label.ts";
import { namedMetric, type MetricType, type UnnamedMetric } from "./metric-definition.ts";
import { carryGroup } from "./metric-group.ts";
import { handleOf, type Handle } from "./metric-handle.ts";
import { callerPlace } from "./place.ts";
import { isSource, type Source } from "./source.ts";

/** The labels that series from `F`, a source or a list of labels, carry. */
export type SeriesLabels<F> = F extends Source<infer C> ? C : F;

/** The labels that series from `F` are always selected with. */
type PinnedLabels<F> = F extends Source ? "job" : never;

/** The handles of the metrics `M`, whose series carry the labels `C` and are selected with the labels `Pinned`. */
// Named by what a handle is made of, and not by the source: its sample of JSON would stand in each message otherwise.
export type HandlesOf<C, M, Pinned extends string> = { readonly [K in keyof M]: Handle<M[K], C, Pinned> };

/** The handles of the metrics `M` of a source or of a list of labels. */
export type Handles<F, M> = HandlesOf<SeriesLabels<F>, M, PinnedLabels<F>>;

/**
 * Declares the metrics of one source. Each key is the name of a metric, and becomes its handle.
 *
 * From a scrape job, every selector is pinned to it (`shop_free_seats{job="ticket-shop"}`); from a list of
 * labels, such as `{ job: "*", instance: "*" }`, selectors are printed as they are. Of a program that is not
 * yours, say so: `metrics(postgres, { … }, { foreignNames: "postgres_exporter names them" })`.
 */
export function metrics<
  const F extends LabelSpecs | Source,
  // No more than the type is asked for here: a richer constraint would flow into counter(…) and widen its unit.
  const M extends Readonly<Record<string, { readonly type: MetricType }>>,
>(
  from: F,
  definitions: M,
  { foreignNames }: MetricsOptions = {},
): HandlesOf<SeriesLabels<F>, M, PinnedLabels<F>> {
  const origin = originOf(from);
  const foreign = foreignNames === undefined ? undefined : { reason: foreignNames, place: callerPlace() };
  const named = Object.entries(definitions).map(([name, metric]) => {
    // Only counter(), gauge(), histogram() and summary() make a value that has a place.
    if (!("place" in metric))
      throw new TypeError(`${name}: say counter({ … }), gauge({ … }), histogram({ … }) or summary({ … })`);
    return namedMetric(name, metric as UnnamedMetric, foreign);
  });
  const handles = Object.fromEntries(named.map((metric) => [metric.name, handleOf(metric, origin)]));
  const group = { source: origin.source, labels: origin.labels, metrics: named };
  // handleOf() makes what Handle says for each metric; the mapping by name is beyond Object.fromEntries.
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
