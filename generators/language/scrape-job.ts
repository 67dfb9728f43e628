import { jobLabels, type JobLabels, type JobOf, type JobOptions, type TargetLabels } from "./job.ts";
import type { LabelSpecs } from "./label.ts";
import { scrapeMetrics, type ScrapeMetrics } from "./metric.ts";
import { callerPlace } from "./place.ts";
import type { SecretFile } from "./secret.ts";

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
export type ScrapeJob<C extends LabelSpecs = LabelSpecs> = JobOf<"scrape", ScrapeJobOptions<TargetLabels>, C>;

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
