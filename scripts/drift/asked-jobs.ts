import type { JobModel } from "../../generators/jobs/index.ts";
import type { Model } from "../../generators/model/model.ts";
import { listed } from "../../generators/text/listed.ts";
import { suggestion } from "../../generators/text/suggestion.ts";

export interface JobWishes {
  readonly service?: string | undefined;
  readonly job?: string | undefined;
}

/** The jobs that are meant, of which Prometheus, or whoever asks in its place, gets metrics. */
export function askedJobs(
  { services, jobs }: Pick<Model, "services" | "jobs">,
  { service, job }: JobWishes,
): { readonly jobs: readonly JobModel[] } | { readonly complaint: string } {
  const names = services.map(({ name }) => name);
  if (service !== undefined && !names.includes(service))
    return { complaint: `There is no service '${service}'${suggestion(service, names)}.` };
  const own = service === undefined ? jobs : jobs.filter((one) => one.service === service);
  if (job === undefined) return { jobs: own };
  const named = own.filter(({ name }) => name === job);
  const of = service === undefined ? "" : ` of ${service}`;
  if (named.length > 0) return { jobs: named };
  return {
    complaint: `There is no job '${job}'${of}${suggestion(
      job,
      own.map(({ name }) => name),
    )}.`,
  };
}

/** The one job that an exposition is of; what an exporter makes of an answer is no exposition of it. */
export function theOnlyJob(
  jobs: readonly JobModel[],
): { readonly job: JobModel } | { readonly complaint: string } {
  const scraped = jobs.filter(({ kind }) => kind === "scrape");
  const [first] = scraped;
  if (!first) return { complaint: "No scrape job is meant, and an exposition is of one." };
  if (scraped.length === 1) return { job: first };
  const names = scraped.map(({ name }) => name);
  return { complaint: `Say with --job whose exposition it is: of ${listed(names, "or")}.` };
}
