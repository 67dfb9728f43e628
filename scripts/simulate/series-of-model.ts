import type { JobModel } from "../../generators/jobs/index.ts";
import type { MetricModel, Model } from "../../generators/model/model.ts";
import { labelSamples } from "./label-samples.ts";
import type { SimulatedSeries } from "./series.ts";

/** Every series of every target, in the order of the jobs; what Prometheus and probes measure is among them. */
export function seriesOfModel(model: Model): SimulatedSeries[] {
  return model.jobs.flatMap((job) =>
    job.targets.flatMap(({ instance }) => {
      const target = {
        job: job.name,
        instance,
        targetLabels: { ...job.labels, job: job.name, instance },
        everyMs: job.everyMs,
      };
      return [
        ...declaredOf(job, model).flatMap((metric) =>
          declaredSeries(metric).map((one) => ({ ...target, ...one })),
        ),
        ...measuredOf(job, model).map((one) => ({ ...target, ...one })),
      ];
    }),
  );
}

/** The metrics that the targets of a job answer. */
export function declaredOf(job: JobModel, { metrics }: Pick<Model, "metrics">): MetricModel[] {
  return metrics.filter((metric) => metric.job === job.name);
}

type OwnFacts = Omit<SimulatedSeries, "job" | "instance" | "targetLabels" | "everyMs">;

function declaredSeries({ name, definition }: MetricModel): OwnFacts[] {
  const { type, unit, buckets, quantiles } = definition;
  const facts = { metric: name, type, unit, bounds: buckets ?? quantiles ?? [], isMeasured: false };
  return labelSamples(definition.labels).map((labels) => ({ ...facts, labels }));
}

/** `up` and the like, and what a probe measures: in the catalogue, but declared by nobody. */
function measuredOf(job: JobModel, model: Model): OwnFacts[] {
  const declared = new Set(declaredOf(job, model).map(({ name }) => name));
  return model.catalogue.all
    .filter((series) => series.job === job.name && !declared.has(series.metric))
    .map(({ name, unit }) => ({
      metric: name,
      type: "gauge",
      unit,
      labels: {},
      bounds: [],
      isMeasured: true,
    }));
}
