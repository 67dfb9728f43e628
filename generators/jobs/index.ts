import type { JobDefinitions, JobKind } from "../language/jobs.ts";
import type { JobType, ScrapedModel } from "./job.ts";
import { json } from "./json.ts";
import { probe } from "./probe.ts";
import { scrape } from "./scrape.ts";

const types = { scrape, probe, json };

/** What only the jobs of a kind are resolved to. */
type OwnModels = { readonly [K in JobKind]: OwnOf<(typeof types)[K]> };
type OwnOf<T> = T extends { readonly resolve: (...given: never) => infer Own extends object } ? Own : never;

/** A job of one kind. */
export type JobModelOf<K extends JobKind> = {
  readonly [P in K]: ScrapedModel & { readonly kind: P } & OwnModels[P];
}[K];
export type ScrapeJobModel = JobModelOf<"scrape">;
export type ProbeJobModel = JobModelOf<"probe">;
export type JsonJobModel = JobModelOf<"json">;

/** A job of any kind. */
export type JobModel = JobModelOf<JobKind>;

/** Every kind of job. */
export const jobTypes: { readonly [K in JobKind]: JobType<JobDefinitions[K], OwnModels[K]> } = types;
