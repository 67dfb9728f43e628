import { durationInMs } from "../language/duration.ts";
import type { Job, JobDefinitions, JobKind } from "../language/jobs.ts";
import type { Platform } from "../language/platform.ts";
import type { Service } from "../language/service.ts";
import { jobTypes, type JobModel, type JobModelOf } from "../jobs/index.ts";
import type { JobSources, ScrapedModel } from "../jobs/job.ts";
import { inOrder } from "../text/order.ts";
import { deployTarget } from "./deploy-target.ts";

/** The jobs of a service, with the platform's intervals where they say none, and addresses as a container reaches them. */
export function resolveJobs(
  service: Service,
  platform: Platform,
  metrics: JobSources["metrics"],
): JobModel[] {
  return inOrder(service.jobs).map((job) => resolveJob(job, { service, metrics }, platform));
}

function resolveJob<K extends JobKind>(
  job: { readonly kind: K } & JobDefinitions[K],
  sources: JobSources,
  platform: Platform,
): JobModelOf<K> {
  const { resolve, target } = jobTypes[job.kind];
  const { localhost } = deployTarget(platform.deploy);
  const targets = job.targets.map((written) => target(written, localhost));
  const scraped: ScrapedModel = { ...timing(job, platform), ...identity(job, sources.service), targets };
  // TypeScript loses sight of the kind in a spread.
  return Object.assign({}, scraped, { kind: job.kind }, resolve(job, sources));
}

function identity(job: Job, service: Service) {
  return {
    name: job.job,
    service: service.name,
    description: job.description,
    labels: job.targetLabels,
    unguarded: job.unguarded,
    absentWhileStopped: job.absentWhileStopped === true,
    place: job.place,
    allow: job.allow ?? {},
  };
}

function timing(job: Job, { prometheus }: Platform) {
  const every = job.every ?? prometheus.scrapeInterval;
  const everyMs = durationInMs(every) ?? 0;
  const wanted = job.timeout ?? prometheus.scrapeTimeout;
  // Prometheus refuses a timeout that is longer than the interval; one that the job sets itself was checked before.
  const timeout = (durationInMs(wanted) ?? 0) > everyMs ? every : wanted;
  return { every, everyMs, timeout, timeoutMs: durationInMs(timeout) ?? 0 };
}
