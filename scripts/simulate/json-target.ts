import { sampleAnswersOf as samplesOfJobs } from "../../generators/jobs/of-jobs.ts";
import type { JsonFieldModel } from "../../generators/jobs/json-field.ts";
import type { JsonJobModel } from "../../generators/jobs/index.ts";
import type { SimulatedSeries } from "./series.ts";
import { isObjectOf, jsonAnswer } from "./json-answer.ts";
import { isDown, measuredOf, type SimulatedTarget } from "./simulated-target.ts";
import { json, mayPass, refusal, originOf, pathOf, type Route } from "./route.ts";
import { valueAt } from "../../generators/language/json-path.ts";
import type { Missing } from "../../generators/language/given.ts";
import type { Service } from "../../generators/language/service.ts";
import type { Model } from "../../generators/model/model.ts";

/** The field of a JSON endpoint that becomes this series. */
export function fieldOf(
  series: SimulatedSeries,
  { fields }: Pick<JsonJobModel, "fields">,
): JsonFieldModel | undefined {
  return fields.find(
    ({ metric, labels }) =>
      metric === series.metric &&
      Object.entries(labels).every(([name, value]) => series.labels[name] === value),
  );
}

/** A JSON endpoint: the answer of its sample, with what the series say now. */
export function jsonRoute(job: JsonJobModel, simulated: SimulatedTarget, sample: unknown): Route {
  const { target, series, world, wanted } = simulated;
  const origin = originOf(target.written);
  const measured = measuredOf(simulated);
  const declared = series.filter(({ isMeasured }) => !isMeasured);
  const saidOf = (field: JsonFieldModel) =>
    declared
      .filter((one) => fieldOf(one, job) === field)
      .map((one) => ({ labels: one.labels, value: world.read(one)?.[0] }));
  return {
    origin,
    path: pathOf(target.written),
    answer: async (request) => {
      if (isDown(measured, job)) return json(503, { error: "not available" });
      if (!mayPass(request, wanted)) return refusal(wanted);
      return json(200, jsonAnswer(sample, job.fields, saidOf));
    },
  };
}

/** The sample answers of all JSON endpoints, by job. */
export type Samples = ReadonlyMap<string, unknown>;

export function samplesOf(services: readonly Service[]): Samples {
  return samplesOfJobs(services.flatMap((service) => Object.values(service.jobs)));
}

/** The value of a series in the sample answer of its JSON endpoint; of the series of a text, all but one are missing. */
export function sampleReader({ jobs }: Pick<Model, "jobs">, samples: Samples) {
  return (series: SimulatedSeries): number | Missing | undefined => {
    const job = jobs.find(({ name }) => name === series.job);
    const field = job?.kind === "json" ? fieldOf(series, job) : undefined;
    if (!field) return undefined;
    const value = sampleValue(samples.get(series.job), field, series);
    if (field.textLabel !== undefined) return series.labels[field.textLabel] === value ? 1 : "missing";
    const isNumber = typeof value === "number" || (typeof value === "string" && value.trim() !== "");
    return isNumber && Number.isFinite(Number(value)) ? Number(value) : undefined;
  };
}

/** Of a list, in the object that the labels of the series name. */
function sampleValue(sample: unknown, { path, each }: JsonFieldModel, series: SimulatedSeries): unknown {
  if (!each) return valueAt(sample, path);
  const list: unknown = valueAt(sample, each.list);
  const objects: readonly unknown[] = Array.isArray(list) ? list : [];
  const own = { each, series: { labels: series.labels, value: undefined } };
  return valueAt(
    objects.find((object) => isObjectOf(object, own)),
    path,
  );
}
