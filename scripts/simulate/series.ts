import type { MetricType } from "../../generators/language/metric-definition.ts";

/** One series of one target, or for a histogram or summary those that belong together. */
export interface SimulatedSeries {
  readonly job: string;
  readonly instance: string;
  /** Name of the metric as it is declared: without `_bucket`, `_sum`, `_count`. */
  readonly metric: string;
  readonly type: MetricType;
  readonly unit: string;
  /** Its own labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** Those that it has in Prometheus because of its target, `job` and `instance` among them. */
  readonly targetLabels: Readonly<Record<string, string>>;
  /** Of a histogram the bounds of its buckets, of a summary its quantiles. */
  readonly bounds: readonly number[];
  /** True: Prometheus or the blackbox exporter measures it, so the target acts accordingly instead of saying so. */
  readonly isMeasured: boolean;
  /** How often its job is scraped. */
  readonly everyMs: number;
}

/** One line of what a target answers: what is behind the metric's name, and the labels that only this line has. */
export interface SeriesPart {
  readonly suffix: "" | "_bucket" | "_sum" | "_count";
  readonly labels: Readonly<Record<string, string>>;
}

const plain: readonly SeriesPart[] = [{ suffix: "", labels: {} }];
const total: readonly SeriesPart[] = [
  { suffix: "_count", labels: {} },
  { suffix: "_sum", labels: {} },
];

const knownParts = new WeakMap<object, readonly SeriesPart[]>();

/** The lines of a series, in the order of its values: one per bound, the count, the sum. */
export function partsOf(series: Pick<SimulatedSeries, "type" | "bounds">): readonly SeriesPart[] {
  const known = knownParts.get(series);
  if (known) return known;
  const parts = listParts(series);
  knownParts.set(series, parts);
  return parts;
}

function listParts({ type, bounds }: Pick<SimulatedSeries, "type" | "bounds">): readonly SeriesPart[] {
  if (type === "histogram") {
    const le = [...bounds.map(String), "+Inf"];
    return [...le.map((bound) => ({ suffix: "_bucket", labels: { le: bound } }) as const), ...total];
  }
  if (type === "summary") {
    return [
      ...bounds.map((quantile) => ({ suffix: "", labels: { quantile: String(quantile) } }) as const),
      ...total,
    ];
  }
  return plain;
}

/** Whether it is a number that says something by itself, and not one that only grows. */
export function isGauge({ type }: SimulatedSeries): boolean {
  return type === "gauge";
}

/** The target that a series comes from. */
export function targetKey({ job, instance }: Pick<SimulatedSeries, "job" | "instance">): string {
  return JSON.stringify([job, instance]);
}

/** The metric of the target that a series comes from. */
export function familyKey({ job, instance, metric }: SimulatedSeries): string {
  return JSON.stringify([job, instance, metric]);
}
