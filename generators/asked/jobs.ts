import type { JobModel } from "../jobs/index.ts";
import { exporterOf, reachedOf, tokenOf } from "../jobs/of-jobs.ts";
import { metricsOfJob } from "../model/lookups.ts";
import { metricKey } from "../model/metrics-behind.ts";
import type { Model } from "../model/model.ts";
import { usesIn } from "../model/uses.ts";
import { compareText } from "../text/order.ts";
import { told, type EntriesOf, type Facts } from "./entry.ts";

export const jobs: EntriesOf = (model) =>
  model.jobs.map((job) => ({
    name: job.name,
    service: job.service,
    place: job.place,
    row: {
      kind: job.kind,
      every: job.every,
      targets: String(job.targets.length),
      metrics: String(metricsOfJob(model, job.name).length),
    },
    facts: () => factsOf(job, model),
  }));

function factsOf(job: JobModel, model: Model): Facts {
  const { reached, notes } = reachedOf(job);
  const token = tokenOf(job);
  const own = metricsOfJob(model, job.name);
  return told({
    description: job.description,
    kind: job.kind,
    every: `${job.every}, with a timeout of ${job.timeout}`,
    targets: job.targets.map(({ written, instance }) =>
      written === instance ? written : `${written} as instance ${instance}`,
    ),
    labels: Object.entries(job.labels).map(([label, value]) => `${label}="${value}"`),
    "asked through": exporterOf(job),
    request: [reached, ...notes].map(withoutMarkdown),
    token: token && `secrets/${token.name}`,
    metrics: own.map(({ name }) => name),
    alerts: alertsOn(job, model),
    "speaks for it when it is down": model.alerts
      .filter(({ downOf }) => downOf.some((one) => one.job === job.name))
      .map(({ name }) => name),
    "no guard, because": job.unguarded,
  });
}

/** What rests on its metrics, or on those that every job has. */
function alertsOn({ name: job }: JobModel, model: Model): readonly string[] {
  const usesOf = usesIn(model);
  const found = model.catalogue.ofJob(job).flatMap(({ metric }) => usesOf(metricKey(job, metric)).alerts);
  return [...new Set(found.map(({ name }) => name))].sort(compareText);
}

/** What the pages say, for a terminal. */
function withoutMarkdown(text: string): string {
  return text.replaceAll("`", "");
}
