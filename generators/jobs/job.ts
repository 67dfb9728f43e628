import type * as z from "zod";
import type { Allowing, Definition } from "../definition.ts";
import type { Job } from "../language/jobs.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import type { SecretFile } from "../language/secret.ts";
import type { Service } from "../language/service.ts";
import type { Presence } from "./presence.ts";

/** One address of a job. */
export interface TargetModel {
  /** As the author wrote it: `host:port`, or a whole URL. */
  readonly written: string;
  /** As Prometheus, or the exporter between, reaches it from its container. */
  readonly address: string;
  /** The label `instance`. */
  readonly instance: string;
}

/** What every job is resolved to, of whatever kind it is. */
export interface ScrapedModel extends Definition {
  readonly name: string;
  readonly service: string;
  readonly description: string;
  readonly every: string;
  readonly everyMs: number;
  readonly timeout: string;
  readonly timeoutMs: number;
  readonly targets: readonly TargetModel[];
  /** Labels that the target file adds to every series. */
  readonly labels: Readonly<Record<string, string>>;
  /** Why there are no guards for its metrics; undefined: there are. */
  readonly unguarded: string | undefined;
  /** Whether there is a target only while its container runs; else it is down then. */
  readonly absentWhileStopped: boolean;
}

/**
 * Everything about a kind of job; `D` is its definition, `Own` what only this kind is resolved to.
 *
 * Kinds state even what they do not have (no exporter, no parts), so that whoever adds one has thought of it.
 */
export interface JobType<D extends Job, Own extends object> {
  /** The word of the language that gives it: `scrapeJob`. */
  readonly word: string;
  /** How messages call one: `probe`. */
  readonly noun: string;
  /** What the type of its options cannot say, or a cast can get around. `every` is filled in where the job says none. */
  readonly shape: z.ZodType;
  readonly resolve: (job: D, sources: JobSources) => Own;
  /** @param localhost what `localhost` is called in a container */
  readonly target: (written: string, localhost: string) => TargetModel;
  /** The metrics that it has though nobody declares them, as the language gives them. */
  readonly ownMetrics: (job: D) => readonly object[];
  /** An answer as it really comes, where the definition has one; undefined: the answer is made of metrics. */
  readonly sample: (job: D) => unknown;
  readonly asked: Asked<ScrapedModel & Own>;
  /** The full address that is requested in the end: of a `host:port`, with scheme and path. */
  readonly url: (job: ScrapedModel & Own, address: string) => string;
  /** The token that a request to the target carries. */
  readonly token: (job: ScrapedModel & Own) => SecretFile | undefined;
  /** Every file with a secret, or a certificate, that whoever asks the targets reads. */
  readonly secrets: (job: ScrapedModel & Own) => readonly SecretFile[];
  /** Definitions of their own that it uses; several jobs may use one. */
  readonly parts: (job: ScrapedModel & Own) => readonly JobPart[];
  /** What people read of it besides its description. */
  readonly texts: (job: ScrapedModel & Own) => readonly JobText[];
  readonly docs: JobDocs<ScrapedModel & Own>;
  /** What each answer has of a metric while the program is well; none where it may be without. */
  readonly alwaysThere: (job: ScrapedModel & Own, metric: JobMetric) => readonly Presence[];
  /** What an answer has that says anything at all. */
  readonly anything: (job: ScrapedModel & Own) => Presence;
  /** What a metric that nobody declares is while the target is well; undefined: no other than of any job. */
  readonly atRest: (job: ScrapedModel & Own, metric: string) => AtRest | undefined;
}

/** What jobs are resolved from, besides themselves. */
export interface JobSources {
  readonly service: Service;
  readonly metrics: readonly JobMetric[];
}

/** A metric as far as its job needs to know it. */
export interface JobMetric {
  readonly name: string;
  readonly job: string | undefined;
  readonly definition: MetricDefinition;
}

/** What sends requests to the targets. */
export type Asked<M> =
  | {
      readonly by: "prometheus";
      /** What its entry in prometheus.yml says of the request, but for what Prometheus does by itself. */
      readonly request: (job: M) => object;
    }
  | {
      readonly by: ExporterName;
      /** How the exporter is to ask. */
      readonly module: (job: M) => ExporterModule;
      /** What to add to the exporter's address to see why something fails. */
      readonly debug: string;
    };

/** Programs between Prometheus and what has no metrics of its own; they answer at `/probe`. */
export type ExporterName = "blackbox-exporter" | "json-exporter";

/** An entry in the configuration of an exporter, which Prometheus names with each request. */
export interface ExporterModule {
  readonly name: string;
  readonly section: object;
  /** What it was made from. */
  readonly definition: Allowing;
}

export interface JobPart {
  /** How messages call one: `probe module`. */
  readonly noun: string;
  readonly definition: Allowing & { readonly name: string; readonly description: string };
}

/** Something of a job, as messages call it, and its texts by what each is. */
export type JobText = readonly [of: string, texts: Readonly<Record<string, string>>];

/** How a guide words what is particular to a kind, in Markdown. */
export interface JobDocs<M> {
  /** Where and how it is scraped. */
  readonly reached: (job: M) => string;
  /** What else a reader must know of it. */
  readonly notes: (job: M) => readonly string[];
  /** The fields of its answer that become a metric; none where the answer is made of metrics. */
  readonly fields: (job: M, metric: string) => readonly string[];
  /** Why a metric may have no data though its target is up, and where that is said. */
  readonly noData: readonly string[];
}

/** A value, none, or a timestamp so far ahead of now. */
export type AtRest = number | "missing" | { readonly secondsAhead: number };
