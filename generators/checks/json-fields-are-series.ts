import type { Check, Finding } from "../check.ts";
import type { JsonFieldModel, JsonJobModel } from "../model/job-model.ts";
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

function* ofJob(job: JsonJobModel, { metrics }: Model): Iterable<Finding> {
  const own = metrics.filter((metric) => metric.job === job.name);
  const seen = new Map<string, string>();
  for (const field of job.fields) {
    const metric = own.find(({ name }) => name === field.metric);
    const missing = Object.keys(metric?.definition.labels ?? {}).filter((label) => !(label in field.labels));
    const twin = seen.get(seriesName(field));
    seen.set(seriesName(field), field.path);
    const about = `field ${field.path} of job "${job.name}"`;
    if (!metric) {
      const mend = `declare the metric with metrics(${job.name}, …), or map the field to one of its metrics`;
      yield {
        definition: job,
        message: `${about} becomes ${field.metric}, which is no metric of this job`,
        mend,
      };
    } else if (missing.length > 0) {
      const mend = `say one value for each label: .where({ ${missing.map((label) => `${label}: "…"`).join(", ")} })`;
      yield {
        definition: job,
        message: `${about} becomes ${field.metric} without its label ${missing.join(", ")}`,
        mend,
      };
    } else if (twin !== undefined) {
      const mend = "give each of them labels of its own, or leave one out";
      yield {
        definition: job,
        message: `${about} becomes the same series as field ${twin}: ${seriesName(field)}`,
        mend,
      };
    }
  }
  const mapped = new Set(job.fields.map((field) => field.metric));
  for (const { name, definition } of own.filter((metric) => !mapped.has(metric.name))) {
    const mend = "map a field to it in jsonFields(…), or take the metric out";
    yield {
      definition,
      message: `metric "${name}" never has a value: no field of job "${job.name}" becomes it`,
      mend,
    };
  }
}

function seriesName({ metric, labels }: JsonFieldModel): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return `${metric}{${pairs.sort().join(", ")}}`;
}
