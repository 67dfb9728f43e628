import type { JsonEndpoint } from "./json-endpoint.ts";
import type { ProbeJob } from "./probe.ts";
import type { ScrapeJob } from "./scrape-job.ts";

/** The definition of a job, by kind. Each kind needs a file in `generators/jobs/`; tsc names what is missing. */
export interface JobDefinitions {
  readonly scrape: ScrapeJob;
  readonly probe: ProbeJob;
  readonly json: JsonEndpoint;
}

export type JobKind = keyof JobDefinitions;

/** Anything that Prometheus scrapes. */
export type Job = JobDefinitions[JobKind];
