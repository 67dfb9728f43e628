import { expressionOf, narrow, nodeOf } from "./expression/expression.ts";
import type { LabelSpecs } from "./label.ts";
import { gauge } from "./metric-definition.ts";
import { type Handles, metrics } from "./metric.ts";
import type { Source } from "./job.ts";

const kept = "Prometheus makes it for every scrape job.";

/** The handles of what Prometheus measures when it scrapes a job whose series have the labels `C`. */
// An interface, because its name is what the editor shows.
export interface ScrapeMetrics<C extends LabelSpecs> extends Handles<
  Source<C>,
  ReturnType<typeof definitions>
> {}

/** The metrics that Prometheus itself makes for each target of a scrape job, pinned to that job. */
export function scrapeMetrics<const C extends LabelSpecs>(source: Source<C>): ScrapeMetrics<C> {
  return metrics(source, definitions());
}

/**
 * The same metrics of all jobs together, for rules over several: `everyJob.up.where({ job: /shop-.+/ })`.
 *
 * Their series surely have `job` and `instance`; what a project gives all of its jobs besides is said with `everyJobWith`.
 */
export const everyJob = metrics({ job: "*", instance: "*" }, definitions());

/**
 * The metrics of all jobs together in a project whose jobs all carry these labels too: `everyJobWith("service").up.minBy("service")`.
 *
 * Words of an alert that say a label which some job lacks are a problem.
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
 * The same of the jobs for which no alert speaks: `jobsWithoutDownAlert.up.eq(0)`. A job that is named in `downOf` of an alert is
 * left out, and comes back when that alert goes.
 */
export const jobsWithoutDownAlert = withoutDownAlert(everyJob);

function withoutDownAlert(handles: typeof everyJob): typeof everyJob {
  const narrowed = Object.entries(handles).map(([name, handle]) => {
    const node = nodeOf(handle);
    if (node.kind !== "selector") throw new TypeError(`${name} is no selector`);
    return [name, narrow(expressionOf(handle), { ...node, leavesOut: "jobs with a down alert" })];
  });
  // A cast: narrowed handles are of the same types, which Object.fromEntries cannot say.
  return Object.freeze(Object.fromEntries(narrowed)) as typeof everyJob;
}

function definitions() {
  return {
    up: gauge({ help: "1 when the last scrape worked, else 0.", unit: "bool", unused: kept }),
    scrape_duration_seconds: gauge({ help: "How long the last scrape took.", unit: "seconds", unused: kept }),
    scrape_samples_scraped: gauge({
      help: "Samples that the target exposed.",
      unit: "samples",
      unused: kept,
    }),
    scrape_samples_post_metric_relabeling: gauge({
      help: "Samples that were left after relabelling.",
      unit: "samples",
      unused: kept,
    }),
    scrape_series_added: gauge({ help: "About how many series were new.", unit: "series", unused: kept }),
  };
}

/** What Prometheus writes of the alerts it evaluates. */
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

/** The alerts that fire now, as series: `firingAlerts.where({ alertstate: "firing" })` is `ALERTS{alertstate="firing"}`. */
export const firingAlerts = alertMetrics.ALERTS;
