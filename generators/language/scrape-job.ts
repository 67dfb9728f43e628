import type { LabelSpecs } from "./label.ts";
import { type ScrapeMetrics, scrapeMetrics } from "./prometheus-metrics.ts";
import { callerPlace } from "./place.ts";
import type { MetricRelabelling } from "./metric-relabelling.ts";
import type { ScrapeRequest } from "./scrape-request.ts";
import { type TargetLabels, type JobOptions, type JobOf, type JobLabels, jobLabels } from "./job.ts";

export interface ScrapeJobOptions<T extends TargetLabels> extends JobOptions<T>, ScrapeRequest {
  /**
   * `host:port` of each target: `["localhost:9100"]`. `localhost` is the machine that the stack runs on, a name without a dot is a
   * container of the stack.
   *
   * They are written to a separate file, so that another environment can change them without a build.
   */
  readonly targets: readonly `${string}:${number}`[];
  /** The path of the metrics. Default: `/metrics`. */
  readonly path?: `/${string}`;
  /** The protocol. Default: `http`. */
  readonly scheme?: "http" | "https";
  /**
   * What is stored of what the targets answer, step by step: `[{ drop: { metric: /go_.+/ } }]`.
   *
   * Metrics are declared as they are stored. Default: all of it, as it is.
   */
  readonly metricRelabelling?: readonly MetricRelabelling[];
  /**
   * The format of the metrics where an answer does not name one that Prometheus knows, by its `Content-Type`; most programs write
   * `PrometheusText0.0.4`. Default: such an answer is refused, and the target is down.
   */
  readonly fallbackProtocol?:
    | "PrometheusText0.0.4"
    | "PrometheusText1.0.0"
    | "OpenMetricsText0.0.1"
    | "OpenMetricsText1.0.0"
    | "PrometheusProto";
}

/** The formats of metrics that Prometheus knows, by its own names. */
export type ScrapeProtocol = NonNullable<ScrapeJobOptions<TargetLabels>["fallbackProtocol"]>;

/** A scrape job whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ScrapeJob<C extends LabelSpecs = LabelSpecs> extends JobOf<
  "scrape",
  ScrapeJobOptions<TargetLabels>,
  C
> {}

/**
 * Targets that Prometheus scrapes in the same way. The job itself has the metrics that Prometheus adds to each scrape: `shop.up`.
 * @example scrapeJob("shop", { description: "The shop's API.", targets: ["localhost:9100"] })
 * @example
 * scrapeJob("orders", {
 *   description: "The orders' database.",
 *   targets: ["localhost:9187"],
 *   scheme: "https",
 *   basicAuth: { user: "prometheus", password: secretFile("orders_password", "Of the user prometheus of the exporter.") },
 *   tls: { authority: secretFile("orders_authority", "Certificate of the authority of the database team.") },
 * })
 * @refuses scrapeJob("shop", { description: "The shop's API." })
 * @refuses scrapeJob("shop", { description: "The shop's API.", targets: ["localhost"] })
 * @refuses scrapeJob("shop", { description: "The shop's API.", targets: ["localhost:9100"], every: "15" })
 * @refuses scrapeJob("shop", { description: "The shop's API.", targets: ["localhost:9100"], fallbackProtocol: "text/plain" })
 * @check declared-series-are-stored
 * @check targets-are-in-the-stack
 */
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
