import type { Place } from "../../../generators/language/place.ts";
import type { Model } from "../../../generators/model/model.ts";
import { lastCaughtBefore } from "../../../generators/targets/validation/go-errors.ts";

/** Where the job stands that a message of promtool names, or whose target file it names. */
export function placeOfNamedJob(message: string, { jobs }: Pick<Model, "jobs">): Place | undefined {
  const named = jobs.find(({ name }) =>
    [`"${name}"`, `targets/${name}.yml`, `job: ${name},`].some((form) => message.includes(form)),
  );
  return named?.place;
}

/** Where the job stands whose section of prometheus.yml holds this line. */
export function placeOfJobAt(config: string, line: number, { jobs }: Pick<Model, "jobs">): Place | undefined {
  const written = lastCaughtBefore(config, line, /^\s*- job_name: "?([^"]+)"?$/);
  return jobs.find(({ name }) => name === written)?.place;
}
