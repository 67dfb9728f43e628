import type { JsonEndpoint } from "./json-endpoint.ts";
import type { ProbeJob } from "./probe.ts";
import type { ScrapeJob } from "./scrape-job.ts";

/** What an author defines of each kind of job. A kind that stands here needs a file in `generators/jobs/`; tsc names what it lacks. */
export interface JobDefinitions {
  readonly scrape: ScrapeJob;
  readonly probe: ProbeJob;
  readonly json: JsonEndpoint;
}

export type JobKind = keyof JobDefinitions;

/** Anything that Prometheus scrapes. */
export type Job = JobDefinitions[JobKind];
