import type { JobModel } from "../../generators/jobs/index.ts";
import type { Model } from "../../generators/model/model.ts";
import { exposedAt, type Reading } from "./exposed.ts";
import { fromPrometheus } from "./from-prometheus.ts";
import { fromTargets } from "./from-targets.ts";
import { prometheusAt } from "./prometheus-api.ts";
import { type SilentRule, silentRules } from "./silent-rules.ts";
import { type UnusedMetric, unusedMetrics } from "./unused-metrics.ts";

/** Where metrics are read: at one of these, or else at all targets. */
export interface Origin {
  readonly exposition?: string | undefined;
  readonly url?: string | undefined;
  readonly prometheus?: string | undefined;
  readonly tokenFile?: string | undefined;
}

/** What was read, with what only a Prometheus knows. */
export interface WholeReading extends Reading {
  readonly silent?: readonly SilentRule[];
  readonly unused?: readonly UnusedMetric[];
}

/** @param jobs of an exposition the one that it is of */
export async function readFrom(
  model: Model,
  jobs: readonly JobModel[],
  origin: Origin,
): Promise<WholeReading> {
  const { prometheus, tokenFile } = origin;
  const address = origin.exposition ?? origin.url;
  if (prometheus !== undefined) return ofPrometheus(model, jobs, { prometheus, tokenFile });
  // What an exporter makes of an answer is no exposition of the job's own.
  if (address === undefined) return fromTargets(jobs.filter(({ kind }) => kind === "scrape"));
  const answer = await exposedAt(address, { tokenFile });
  if ("complaint" in answer) return { exposed: [], complaints: [answer.complaint] };
  return { exposed: jobs.map((job) => ({ job, sources: [{ at: address, ...answer }] })), complaints: [] };
}

async function ofPrometheus(
  model: Model,
  jobs: readonly JobModel[],
  { prometheus, tokenFile }: { readonly prometheus: string; readonly tokenFile: string | undefined },
): Promise<WholeReading> {
  const ask = prometheusAt(prometheus, tokenFile);
  const reading = await fromPrometheus(jobs, model, ask);
  if (reading.exposed.length === 0) return reading;
  const rules = await silentRules(model, [...new Set(jobs.map(({ service }) => service))], ask);
  return {
    exposed: reading.exposed,
    complaints: [...reading.complaints, ...("complaint" in rules ? [rules.complaint] : [])],
    silent: "silent" in rules ? rules.silent : [],
    unused: unusedMetrics(model, reading.exposed),
  };
}
