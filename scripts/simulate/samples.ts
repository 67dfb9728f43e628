import type { Missing } from "../../generators/language/scenario.ts";
import type { Service } from "../../generators/language/service.ts";
import { samplesOf as samplesOfJobs } from "../../generators/jobs/of-jobs.ts";
import type { Model } from "../../generators/model/model.ts";
import { fieldOf, valueAt } from "./json-answer.ts";
import type { SimulatedSeries } from "./series.ts";

/** The sample answers of all JSON endpoints, by job. */
export type Samples = ReadonlyMap<string, unknown>;

export function samplesOf(services: readonly Service[]): Samples {
  return samplesOfJobs(services.flatMap((service) => Object.values(service.jobs)));
}

/** Tells what the sample answer of its JSON endpoint says of a series; of those for a text all but one are missing. */
export function sampleReader({ jobs }: Pick<Model, "jobs">, samples: Samples) {
  return (series: SimulatedSeries): number | Missing | undefined => {
    const job = jobs.find(({ name }) => name === series.job);
    const field = job?.kind === "json" ? fieldOf(series, job) : undefined;
    if (!field) return undefined;
    const value = valueAt(samples.get(series.job), field.path);
    if (field.textLabel !== undefined) return series.labels[field.textLabel] === value ? 1 : "missing";
    return typeof value === "number" ? value : undefined;
  };
}
