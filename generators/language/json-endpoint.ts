import type { Allowances } from "./allow.ts";
import type { LabelSpecs } from "./label.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./scrape-metrics.ts";
import type { RuleDuration } from "./duration.ts";
import { callerPlace, type Place } from "./place.ts";
import { jobLabels, type JobLabels, type TargetLabels } from "./scrape-job.ts";
import type { SecretFile } from "./secret.ts";
import type { Source } from "./source.ts";

export interface JsonEndpointOptions<S, T extends TargetLabels> {
  readonly description: string;
  /** The addresses that answer JSON; `instance` is their `host:port`. */
  readonly targets: readonly (`http://${string}` | `https://${string}`)[];
  /** An answer as it really comes: its fields are what can be mapped, and all of them must be. */
  readonly sample: S;
  readonly every?: RuleDuration;
  readonly timeout?: RuleDuration;
  readonly bearerToken?: SecretFile;
  readonly labels?: T;
  readonly allow?: Allowances;
}

/** An endpoint that answers like `S`, and whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface JsonEndpoint<C extends LabelSpecs = LabelSpecs, S = unknown>
  extends Source<C>, Omit<JsonEndpointOptions<S, TargetLabels>, "labels"> {
  readonly kind: "json endpoint";
  readonly targetLabels: TargetLabels;
  readonly place: Place;
}

/**
 * A program that answers JSON instead of metrics: `metrics(endpoint, { … })` declares what its fields become, and
 * `jsonFields(endpoint, { "queue.length": … })` says which field is which; json_exporter does it.
 */
export function jsonEndpoint<
  const J extends string,
  const S extends object,
  const T extends TargetLabels = {},
>(
  job: J,
  { labels, ...options }: JsonEndpointOptions<S, T>,
): JsonEndpoint<JobLabels<J, T>, S> & ScrapeMetrics<JobLabels<J, T>> {
  const source = { job, seriesLabels: jobLabels(job, labels) };
  const scrape = {
    kind: "json endpoint",
    ...options,
    targetLabels: labels ?? {},
    place: callerPlace(),
  } as const;
  return { ...scrapeMetrics(source), ...source, ...scrape };
}
