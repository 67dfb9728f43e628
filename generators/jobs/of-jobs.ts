import type { Job, JobDefinitions, JobKind } from "../language/jobs.ts";
import type { SecretFile } from "../language/secret.ts";
import { jobTypes, type JobModel, type JobModelOf } from "./index.ts";
import type { AtRest, ExporterModule, ExporterName, JobMetric, JobPart, JobText } from "./job.ts";
import type { Presence } from "./presence.ts";

type DefinitionOf<K extends JobKind> = { readonly kind: K } & JobDefinitions[K];

/** Metrics that a job has though nobody declares them: what Prometheus, or the exporter between, measures of it. */
export function ownMetricsOf<K extends JobKind>(job: DefinitionOf<K>): readonly object[] {
  return jobTypes[job.kind].ownMetrics(job);
}

/** The sample answers of the jobs that have one, by job. */
export function sampleAnswersOf(jobs: readonly Job[]): ReadonlyMap<string, unknown> {
  const samples = jobs.map((job) => [job.job, sampleOf(job)] as const);
  return new Map(samples.filter(([, sample]) => sample !== undefined));
}

function sampleOf<K extends JobKind>(job: DefinitionOf<K>): unknown {
  return jobTypes[job.kind].sample(job);
}

/** The program that asks the targets of a job in Prometheus' place. */
export function exporterOf({ kind }: Pick<JobModel, "kind">): ExporterName | undefined {
  const { by } = jobTypes[kind].asked;
  return by === "prometheus" ? undefined : by;
}

const exporters: Readonly<Record<ExporterName, true>> = { "blackbox-exporter": true, "json-exporter": true };

function isExporter(name: string): name is ExporterName {
  return Object.hasOwn(exporters, name);
}

/** The exporters that a job is asked through; a project without probes has no blackbox exporter. */
export function exportersOf(jobs: readonly Pick<JobModel, "kind">[]): ExporterName[] {
  const used = new Set(jobs.map(exporterOf));
  return Object.keys(exporters)
    .filter(isExporter)
    .filter((name) => used.has(name));
}

/** The exporter's module of a job; undefined where Prometheus scrapes the targets itself. */
export function exporterModuleOf<K extends JobKind>(job: JobModelOf<K>): ExporterModule | undefined {
  const { asked } = jobTypes[job.kind];
  return asked.by === "prometheus" ? undefined : asked.module(job);
}

/** The modules of an exporter, each once, in the order of the jobs. */
export function exporterModules(jobs: readonly JobModel[], exporter: ExporterName): ExporterModule[] {
  const own = jobs.filter((job) => exporterOf(job) === exporter);
  const modules = own.flatMap((job) => exporterModuleOf(job) ?? []);
  return [...new Map(modules.map((module) => [module.name, module])).values()];
}

/** What the entry of a job in prometheus.yml says of the request. */
export function requestOf<K extends JobKind>(job: JobModelOf<K>): object {
  const { asked } = jobTypes[job.kind];
  if (asked.by === "prometheus") return asked.request(job);
  // Exporters answer for another program under this path; the module says how they are to ask it.
  return { metrics_path: "/probe", params: { module: [asked.module(job).name] } };
}

/** What a person adds to an exporter's address to read why it fails. */
export function debugOf({ kind }: Pick<JobModel, "kind">): string {
  const { asked } = jobTypes[kind];
  return asked.by === "prometheus" ? "" : asked.debug;
}

/** The address of a target that is asked in the end, with scheme and path. */
export function urlOf<K extends JobKind>(job: JobModelOf<K>, address: string): string {
  return jobTypes[job.kind].url(job, address);
}

/** The token that requests to the targets of a job carry. */
export function tokenOf<K extends JobKind>(job: JobModelOf<K>): SecretFile | undefined {
  return jobTypes[job.kind].token(job);
}

/** Every secret that whoever asks the targets of a job reads, and every certificate. */
export function secretsOfJob<K extends JobKind>(job: JobModelOf<K>): readonly SecretFile[] {
  return jobTypes[job.kind].secrets(job);
}

/** Definitions of their own that jobs use, such as the modules of probes, each once. */
export function partsOfJobs(jobs: readonly JobModel[]): JobPart[] {
  const parts = jobs.flatMap((job) => partsOf(job));
  return [...new Map(parts.map((part) => [part.definition, part])).values()];
}

function partsOf<K extends JobKind>(job: JobModelOf<K>): readonly JobPart[] {
  return jobTypes[job.kind].parts(job);
}

/** What people read of a job besides its description. */
export function textsOf<K extends JobKind>(job: JobModelOf<K>): readonly JobText[] {
  return jobTypes[job.kind].texts(job);
}

/** Where and how a job is scraped, and what else a reader must know. */
export function reachedOf<K extends JobKind>(
  job: JobModelOf<K>,
): { reached: string; notes: readonly string[] } {
  const { docs } = jobTypes[job.kind];
  return { reached: docs.reached(job), notes: docs.notes(job) };
}

/** The fields of a job's answer that become a metric, for a guide. */
export function fieldsOf<K extends JobKind>(job: JobModelOf<K>, metric: string): readonly string[] {
  return jobTypes[job.kind].docs.fields(job, metric);
}

/** Why a metric may have no data though its target is up, for a guide; of the kinds of job that there are. */
export function noDataReasons(jobs: readonly Pick<JobModel, "kind">[]): string[] {
  const used = new Set(jobs.map(({ kind }) => jobTypes[kind]));
  return [...used].flatMap(({ docs }) => docs.noData);
}

/** What a metric that nobody declares is while the targets of a job are well; undefined: no other than of any job. */
export function atRestOf<K extends JobKind>(job: JobModelOf<K>, metric: string): AtRest | undefined {
  return jobTypes[job.kind].atRest(job, metric);
}

/** What each answer of a job has of a metric while its program is well; none where it may be without. */
export function alwaysThere<K extends JobKind>(job: JobModelOf<K>, metric: JobMetric): readonly Presence[] {
  return jobTypes[job.kind].alwaysThere(job, metric);
}

/** What an answer of a job has that says anything at all. */
export function anythingOf<K extends JobKind>(job: JobModelOf<K>): Presence {
  return jobTypes[job.kind].anything(job);
}
