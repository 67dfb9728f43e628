import { sampleAnswersOf as samplesOfJobs } from "../../generators/jobs/of-jobs.ts";
import type { JsonFieldModel } from "../../generators/jobs/json.ts";
import type { JsonJobModel } from "../../generators/jobs/index.ts";
import type { SimulatedSeries } from "./series.ts";
import type { ReadSeries } from "./metric-page.ts";
import { measuredOf, type SimulatedTarget } from "./simulated-target.ts";
import { json, mayPass, noToken, originOf, pathOf, type Route } from "./route.ts";
import type { Missing } from "../../generators/language/given.ts";
import type { Service } from "../../generators/language/service.ts";
import type { Model } from "../../generators/model/model.ts";

/** What is at a path such as `engine.fps`; undefined where there is nothing. */
function fieldValue(answer: unknown, path: string): unknown {
  let value = answer;
  for (const key of path.split(".")) {
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
}

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

/** The sample answer of a JSON endpoint, with what the series say now; what is missing is left out. */
function jsonAnswer(
  sample: unknown,
  job: JsonJobModel,
  series: readonly SimulatedSeries[],
  read: ReadSeries,
): unknown {
  const answer: unknown = structuredClone(sample);
  for (const field of job.fields) {
    const own = series.filter((one) => fieldOf(one, job) === field);
    if (own.length > 0) put(answer, field.path.split("."), said(field, own, read));
  }
  return answer;
}

/** A number, or for a text the label of the series that is 1. */
function said(
  { textLabel }: JsonFieldModel,
  own: readonly SimulatedSeries[],
  read: ReadSeries,
): number | string | undefined {
  if (textLabel === undefined) return own.flatMap((one) => read(one)?.[0] ?? [])[0];
  return own.find((one) => read(one)?.[0] === 1)?.labels[textLabel];
}

function put(answer: unknown, path: readonly string[], value: number | string | undefined): void {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(answer)) return;
  if (rest.length > 0) put(answer[key], rest, value);
  else if (value === undefined) delete answer[key];
  else answer[key] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON endpoint: the answer of its sample, with what the series say now. */
export function jsonRoute(
  job: JsonJobModel,
  { target, series, world, token }: SimulatedTarget,
  sample: unknown,
): Route {
  const origin = originOf(target.written);
  const measured = measuredOf(series, world);
  const declared = series.filter(({ isMeasured }) => !isMeasured);
  return {
    origin,
    path: pathOf(target.written),
    answer: async (request) => {
      if (measured("up") === 0) return json(503, { error: "not available" });
      if (!mayPass(request, token)) return noToken;
      return json(200, jsonAnswer(sample, job, declared, world.read));
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
    const value = fieldValue(samples.get(series.job), field.path);
    if (field.textLabel !== undefined) return series.labels[field.textLabel] === value ? 1 : "missing";
    return typeof value === "number" ? value : undefined;
  };
}
