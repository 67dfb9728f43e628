import type { Allowances } from "./allow.ts";
import type { LabelSpecs } from "./label.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./scrape-metrics.ts";
import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";
import type { SecretFile } from "./secret.ts";
import type { Source } from "./source.ts";

/** Labels that every series of a job carries besides `job` and `instance`, such as `{ service: "ticket-shop" }`. */
export type TargetLabels = Readonly<Record<string, string>>;

/** The labels of a job's series: its own name, its targets, and what the definition adds. */
export type JobLabels<J extends string, T extends TargetLabels> = {
  readonly job: readonly [J];
  readonly instance: "*";
} & { readonly [K in keyof T]: readonly [T[K]] };

interface Scraping<T extends TargetLabels> {
  /** What answers there, in a sentence. */
  readonly description: string;
  /** How often; left out: as the platform says. */
  readonly every?: RuleDuration;
  readonly timeout?: RuleDuration;
  readonly labels?: T;
  readonly allow?: Allowances;
}

export interface ScrapeJobOptions<T extends TargetLabels> extends Scraping<T> {
  /**
   * `host:port`. `localhost` is the machine that the stack runs on, a name without a dot a container of the stack. They are
   * written to a file of their own, so that another environment changes them without a build.
   */
  readonly targets: readonly `${string}:${number}`[];
  /** Left out: `/metrics`. */
  readonly path?: `/${string}`;
  readonly scheme?: "http" | "https";
  readonly bearerToken?: SecretFile;
}

/** A scrape job whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ScrapeJob<C extends LabelSpecs = LabelSpecs>
  extends Source<C>, Omit<ScrapeJobOptions<TargetLabels>, "labels"> {
  readonly kind: "scrape job";
  readonly targetLabels: TargetLabels;
  readonly place: Place;
}

/** Programs that are scraped alike; the job itself has the metrics that Prometheus makes of each scrape, such as `up`. */
export function scrapeJob<const J extends string, const T extends TargetLabels = {}>(
  job: J,
  { labels, ...options }: ScrapeJobOptions<T>,
): ScrapeJob<JobLabels<J, T>> & ScrapeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = {
    kind: "scrape job",
    ...options,
    targetLabels: labels ?? {},
    place: callerPlace(),
  } as const;
  return { ...scrapeMetrics(source), ...source, ...scrape };
}

/** The specification of the labels that the series of a job carry. */
export function jobLabels<const J extends string, const T extends TargetLabels>(
  job: J,
  labels: T | undefined,
): JobLabels<J, T> {
  const added = Object.entries(labels ?? {}).map(([name, value]) => [name, [value]]);
  // A cast: TypeScript cannot follow entries through Object.fromEntries.
  return { job: [job], instance: "*", ...Object.fromEntries(added) } as JobLabels<J, T>;
}
