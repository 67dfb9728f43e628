import type { JsonEndpoint } from "../language/json-endpoint.ts";
import type { JsonFields } from "../language/json-fields.ts";
import type { Platform } from "../language/platform.ts";
import type { ProbeJob } from "../language/probe.ts";
import type { ScrapeJob } from "../language/scrape-job.ts";
import type { Job, Service } from "../language/service.ts";
import { durationInMs } from "../language/duration.ts";
import { deployTarget } from "./deploy-target.ts";
import type { JobModel, TargetModel } from "./job-model.ts";
import type { MetricModel } from "./metric-model.ts";
import { resolveJsonFields } from "./resolve-json-fields.ts";
import { inOrder } from "../text/order.ts";

/** The jobs of a service, with the platform's intervals where they say none, and addresses as a container reaches them. */
export function resolveJobs(
  service: Service,
  platform: Platform,
  metrics: readonly MetricModel[],
): JobModel[] {
  return inOrder(service.jobs).map((job) => resolveJob(job, service, platform, metrics));
}

function resolveJob(
  job: Job,
  service: Service,
  platform: Platform,
  metrics: readonly MetricModel[],
): JobModel {
  const scraped = { ...timing(job, platform), ...identity(job, service) };
  const alias = deployTarget(platform.deploy).localhost;
  switch (job.kind) {
    case "scrape job":
      return { ...scraped, ...scrape(job), targets: job.targets.map((target) => hostTarget(target, alias)) };
    case "probe":
      return {
        ...scraped,
        kind: "probe",
        module: job.module,
        targets: job.targets.map((url) => probeTarget(url, alias)),
      };
    case "json endpoint":
      return {
        ...scraped,
        ...json(job, Object.values(service.jsonFields ?? {}), metrics),
        targets: job.targets.map((url) => jsonTarget(url, alias)),
      };
  }
}

function identity(job: Job, service: Service) {
  return {
    name: job.job,
    service: service.name,
    description: job.description,
    labels: job.targetLabels,
    place: job.place,
    allow: job.allow ?? {},
  };
}

function timing(job: Job, { prometheus }: Platform) {
  const every = job.every ?? prometheus.scrapeInterval;
  const everyMs = durationInMs(every) ?? 0;
  const wanted = job.timeout ?? prometheus.scrapeTimeout;
  // Prometheus refuses a timeout that is longer than the interval; one that the job says itself was judged before.
  const timeout = (durationInMs(wanted) ?? 0) > everyMs ? every : wanted;
  return { every, everyMs, timeout, timeoutMs: durationInMs(timeout) ?? 0 };
}

function scrape(job: ScrapeJob) {
  const { path = "/metrics", scheme = "http", bearerToken } = job;
  return { kind: "scrape", path, scheme, bearerToken } as const;
}

function json(job: JsonEndpoint, fields: readonly JsonFields[], metrics: readonly MetricModel[]) {
  const own = fields.filter(({ endpoint }) => endpoint.job === job.job);
  return {
    kind: "json",
    bearerToken: job.bearerToken,
    ...resolveJsonFields(
      own,
      metrics.filter((metric) => metric.job === job.job),
    ),
  } as const;
}

function hostTarget(written: string, alias: string): TargetModel {
  return { written, address: written.replace(/^localhost(?=:|$)/, alias), instance: written };
}

function probeTarget(written: ProbeJob["targets"][number], alias: string): TargetModel {
  return { written, address: reachable(written, alias), instance: written };
}

function jsonTarget(written: JsonEndpoint["targets"][number], alias: string): TargetModel {
  return {
    written,
    address: reachable(written, alias),
    instance: written.replace(/^https?:\/\/([^/?#]+).*$/, "$1"),
  };
}

/** `localhost` is the machine of the stack; seen from a container that machine has another name. */
function reachable(url: string, alias: string): string {
  return url.replace(/^(https?:\/\/)localhost(?=[:/]|$)/, `$1${alias}`);
}
