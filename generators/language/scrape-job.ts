import type { LabelSpecs } from "./label.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./prometheus-metrics.ts";
import { callerPlace } from "./place.ts";
import type { SecretFile } from "./secret.ts";
import { type TargetLabels, type JobOptions, type JobOf, type JobLabels, jobLabels } from "./job.ts";

export interface ScrapeJobOptions<T extends TargetLabels> extends JobOptions<T> {
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
export interface ScrapeJob<C extends LabelSpecs = LabelSpecs> extends JobOf<
  "scrape",
  ScrapeJobOptions<TargetLabels>,
  C
> {}

/** Programs that are scraped alike; the job itself has the metrics that Prometheus makes of each scrape, such as `up`. */
export function scrapeJob<const J extends string, const T extends TargetLabels = {}>(
  job: J,
  { labels, ...options }: ScrapeJobOptions<T>,
): ScrapeJob<JobLabels<J, T>> & ScrapeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = {
    kind: "scrape",
    ...options,
    targetLabels: labels ?? {},
    place: callerPlace(),
  } as const;
  return { ...scrapeMetrics(source), ...source, ...scrape };
}
