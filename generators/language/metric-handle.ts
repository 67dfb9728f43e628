import { boundSpellings } from "./expression/bucket-bound.ts";
import type { Counter } from "./expression/counter.ts";
import { typed, type Expression, type MetricReference } from "./expression/expression.ts";
import type { Gauge } from "./expression/gauge.ts";
import { histogramOf, type Buckets, type Histogram, type Summary } from "./expression/histogram.ts";
import { newExpression } from "./expression/methods.ts";
import type { LabelMatcher } from "../promql/tree.ts";
import type { Labels, LabelsIn, LabelSpecs } from "./label.ts";
import type {
  MetricDefinition,
  UnnamedCounter,
  UnnamedGauge,
  UnnamedHistogram,
  UnnamedSummary,
} from "./metric-definition.ts";
import { carryReference } from "./metric-group.ts";
import { storedLabels } from "./stored-labels.ts";

/** What a metric is used by in expressions. `C` are the labels of its source, `Pinned` those it is selected with. */
export type Handle<D, C, Pinned extends string> =
  D extends UnnamedCounter<infer S, infer U>
    ? Counter<LabelsIn<C, S>, U, Pinned>
    : D extends UnnamedGauge<infer S, infer U>
      ? Gauge<LabelsIn<C, S>, U, Pinned>
      : D extends UnnamedHistogram<infer S, infer U, infer B>
        ? Histogram<LabelsIn<C, S>, U, `${B[number]}` | "+Inf", Pinned>
        : D extends UnnamedSummary<infer S, infer U, infer Q>
          ? Summary<LabelsIn<C, S>, U, `${Q[number]}`, Pinned>
          : never;

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

/** The handle of a metric: of the type that `Handle` says. */
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
