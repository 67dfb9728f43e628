import { expressionOf, reselect, nodeOf } from "./expression/expression.ts";
import type { LabelSpecs } from "./label.ts";
import { gauge } from "./metric-definition.ts";
import { type Handles, metrics } from "./metric.ts";
import type { Source } from "./job.ts";

const ofEveryScrape = "Prometheus makes it for every scrape job.";

/** The metrics that Prometheus adds to each scrape of a job whose series carry the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ScrapeMetrics<C extends LabelSpecs> extends Handles<
  Source<C>,
  ReturnType<typeof definitions>
> {}

/** The metrics that Prometheus adds for each target of a job, with the matcher `job="…"`. */
export function scrapeMetrics<const C extends LabelSpecs>(source: Source<C>): ScrapeMetrics<C> {
  return metrics(source, definitions());
}

/**
 * The metrics that Prometheus adds to each scrape, of all jobs together.
 *
 * Only the labels `job` and `instance` can be used; for others that all of your jobs have, see `everyJobWith`.
 * @example everyJob.up.where({ job: /shop|till/ }).eq(0)
 * @refuses everyJob.up.minBy("service")
 */
export const everyJob = metrics({ job: "*", instance: "*" }, definitions());

/**
 * As `everyJob`, where all jobs carry these labels too.
 *
 * An alert whose texts use a label that some job does not have is a problem.
 * @example everyJobWith("service").up.minBy("service")
 * @check annotations-use-kept-labels
 */
export function everyJobWith<const N extends string>(
  ...labels: readonly [N, ...(readonly N[])]
): Handles<
  { readonly job: "*"; readonly instance: "*" } & { readonly [K in N]: "*" },
  ReturnType<typeof definitions>
> {
  const added = Object.fromEntries(labels.map((name) => [name, "*"] as const));
  // A cast: that the names are those of the type is beyond Object.fromEntries.
  return metrics({ ...added, job: "*", instance: "*" }, definitions()) as never;
}

/**
 * As `everyJob`, without the jobs that an alert of their own covers.
 *
 * A job in `downOf` of an alert is left out, and is back when that alert is deleted.
 * @example jobsWithoutDownAlert.up.eq(0)
 * @check down-alerts-see-their-jobs
 */
export const jobsWithoutDownAlert = withoutDownAlert(everyJob);

function withoutDownAlert(handles: typeof everyJob): typeof everyJob {
  const narrowed = Object.entries(handles).map(([name, handle]) => {
    const node = nodeOf(handle);
    if (node.kind !== "selector") throw new TypeError(`${name} is no selector`);
    return [name, reselect(expressionOf(handle), { ...node, leavesOut: "jobs with a down alert" })];
  });
  // A cast: narrowed handles have the same types, which Object.fromEntries loses.
  return Object.freeze(Object.fromEntries(narrowed)) as typeof everyJob;
}

function definitions() {
  return {
    up: gauge({ help: "1 when the last scrape worked, else 0.", unit: "bool", unused: ofEveryScrape }),
    scrape_duration_seconds: gauge({
      help: "How long the last scrape took.",
      unit: "seconds",
      unused: ofEveryScrape,
    }),
    scrape_samples_scraped: gauge({
      help: "Samples that the target exposed.",
      unit: "samples",
      unused: ofEveryScrape,
    }),
    scrape_samples_post_metric_relabeling: gauge({
      help: "Samples that were left after relabelling.",
      unit: "samples",
      unused: ofEveryScrape,
    }),
    scrape_series_added: gauge({
      help: "About how many series were new.",
      unit: "series",
      unused: ofEveryScrape,
    }),
  };
}

/** What Prometheus writes about the alerts it evaluates. */
export const alertMetrics = metrics(
  {
    alertname: "*",
    alertstate: ["pending", "firing"],
    severity: "*",
    service: "*",
    component: "*",
    job: "*",
    instance: "*",
  },
  {
    ALERTS: gauge({
      help: "One series for each alert that is pending or firing; Prometheus writes it.",
      unit: "bool",
    }),
  },
);

/**
 * The alerts that are pending or firing, as series.
 * @example firingAlerts.where({ alertstate: "firing" })
 * @refuses firingAlerts.where({ alertstate: "resolved" })
 */
export const firingAlerts = alertMetrics.ALERTS;
