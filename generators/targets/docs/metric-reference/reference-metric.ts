import type { LabelSpecs } from "../../../language/label.ts";
import type { JobModel } from "../../../jobs/index.ts";
import { metricsOfJob as declaredBy, partsOfService } from "../../../model/lookups.ts";
import type { MetricModel, Model } from "../../../model/model.ts";
import { metricKey } from "../../../model/metrics-behind.ts";
import type { UsesOf } from "../../../model/uses.ts";
import type { CatalogueSeries } from "../../../promql/series.ts";

/** A metric as the reference shows it: one that somebody declared, or one that Prometheus or an exporter makes of a job. */
export interface ReferenceMetric {
  readonly key: string;
  readonly name: string;
  readonly job: string | undefined;
  readonly type: string;
  readonly unit: string;
  readonly help: string;
  /** Without those that all series of the job have. */
  readonly labels: LabelSpecs;
  readonly buckets: readonly number[];
  readonly quantiles: readonly number[];
  /** The labels by which it has one series; left out: all of them. */
  readonly onePer?: readonly string[] | undefined;
  /** Why it is scraped though nothing uses it. */
  readonly kept: string | undefined;
}

/** The metrics of a job: first those that were declared, then those that come with every job and that something uses. */
export function metricsOfJob(job: JobModel, model: Model, usesOf: UsesOf): ReferenceMetric[] {
  const declared = declaredBy(model, job.name);
  const names = new Set(declared.map(({ name }) => name));
  const others = model.catalogue
    .ofJob(job.name)
    .filter((series) => !names.has(series.metric) && isUsed(series, usesOf));
  return [
    ...declared.map((metric) => ofModel(metric, labelsOfJob(job))),
    ...others.map((series) => ofSeries(series, labelsOfJob(job))),
  ];
}

/** The metrics of a service that are of no job in particular. */
export function metricsOfNoJob(service: string, model: Model): ReferenceMetric[] {
  const { metrics } = partsOfService(model, service);
  return metrics.filter(({ job }) => job === undefined).map((metric) => ofModel(metric, []));
}

function isUsed({ job, metric }: CatalogueSeries, usesOf: UsesOf): boolean {
  const { alerts, recordings, panels, runbooks, marks, choices } = usesOf(metricKey(job, metric));
  return [alerts, recordings, panels, runbooks, marks, choices].some((users) => users.length > 0);
}

function labelsOfJob({ labels }: JobModel): string[] {
  return ["job", "instance", ...Object.keys(labels)];
}

function ofModel({ name, job, definition, series }: MetricModel, common: readonly string[]): ReferenceMetric {
  const { type, unit, help, allow, buckets = [], quantiles = [], onePer } = definition;
  const kept = definition.unused ?? allow["metrics-are-used"];
  const labels = new Map(series.flatMap((one) => [...one.labels]));
  const key = metricKey(job, name);
  // These two are the buckets and quantiles themselves.
  const own = without(labels, [...common, ...(type === "histogram" ? ["le"] : ["quantile"])]);
  return { key, name, job, type, unit, help, labels: own, buckets, quantiles, onePer, kept };
}

function ofSeries(
  { metric, job, type, unit, help, labels }: CatalogueSeries,
  common: string[],
): ReferenceMetric {
  const key = metricKey(job, metric);
  const own = without(labels, common);
  return {
    key,
    name: metric,
    job,
    type,
    unit,
    help,
    labels: own,
    buckets: [],
    quantiles: [],
    kept: undefined,
  };
}

function without(labels: CatalogueSeries["labels"], names: readonly string[]): LabelSpecs {
  return Object.fromEntries([...labels].filter(([name]) => !names.includes(name)));
}
