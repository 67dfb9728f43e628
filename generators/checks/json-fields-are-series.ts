import type { Check, Finding } from "../check.ts";
import type { JsonFieldModel, JsonJobModel } from "../model/job-model.ts";
import type { MetricModel } from "../model/metric-model.ts";
import type { Model } from "../model/model.ts";

/** Every field of a JSON endpoint becomes one series of a metric of that endpoint, told apart by all its labels. */
export const jsonFieldsAreSeries: Check = {
  id: "json-fields-are-series",
  *find(model: Model): Iterable<Finding> {
    for (const job of model.jobs) {
      if (job.kind === "json") yield* ofJob(job, model);
    }
  },
};

/** What is wrong, and how to mend it. */
type Mistake = Pick<Finding, "message" | "mend">;

function* ofJob(job: JsonJobModel, { metrics }: Model): Iterable<Finding> {
  const own = metrics.filter((metric) => metric.job === job.name);
  const first = new Map<string, string>();
  for (const field of job.fields) {
    const series = seriesName(field);
    const metric = own.find(({ name }) => name === field.metric);
    const mistake = metric ? mistakeOf(field, metric, first.get(series)) : strangerOf(field);
    if (!first.has(series)) first.set(series, field.path);
    if (!mistake) continue;
    const message = `field ${field.path} of job "${job.name}" becomes ${mistake.message}`;
    yield { definition: job, message, mend: mistake.mend };
  }
  const mapped = new Set(job.fields.map((field) => field.metric));
  for (const { name, definition } of own.filter((metric) => !mapped.has(metric.name))) {
    yield {
      definition,
      message: `metric "${name}" never has a value: no field of job "${job.name}" becomes it`,
      mend: "map a field to it in jsonFields(…), or take the metric out",
    };
  }
}

function strangerOf({ metric }: JsonFieldModel): Mistake {
  return {
    message: `${metric}, which is no metric of this job`,
    mend: "declare it among the metrics of this job, or map the field to one of them",
  };
}

function mistakeOf(
  field: JsonFieldModel,
  metric: MetricModel,
  twin: string | undefined,
): Mistake | undefined {
  const labels = Object.keys(metric.definition.labels);
  const missing = labels.filter((label) => !Object.hasOwn(field.labels, label));
  const foreign = Object.keys(field.labels).filter((label) => !labels.includes(label));
  if (missing.length > 0) {
    const values = missing.map((label) => `${label}: "…"`).join(", ");
    return {
      message: `${field.metric} without its label ${missing.join(", ")}`,
      mend: `say one value for each label: .where({ ${values} })`,
    };
  }
  if (foreign.length > 0) {
    return {
      message: `${field.metric} with the label ${foreign.join(", ")}, which is none of the metric's own`,
      mend: "leave it out of where({ … }): the labels of a job are added when it is scraped",
    };
  }
  if (twin === undefined) return undefined;
  return {
    message: `the same series as field ${twin}: ${seriesName(field)}`,
    mend: "give each of them labels of its own, or leave one out",
  };
}

function seriesName({ metric, labels }: JsonFieldModel): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return `${metric}{${pairs.sort().join(", ")}}`;
}
