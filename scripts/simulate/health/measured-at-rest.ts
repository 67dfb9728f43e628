import type { JobModel } from "../../../generators/jobs/index.ts";
import { atRestOf } from "../../../generators/jobs/of-jobs.ts";
import type { Motion } from "../motion.ts";
import type { SimulatedSeries } from "../series.ts";

/** What Prometheus and exporters measure of simulated targets that are well. */
export function measuredAtRest({ metric }: SimulatedSeries, job: JobModel | undefined): Motion {
  const own = job && atRestOf(job, metric);
  if (own === "missing") return { kind: "missing" };
  if (typeof own === "object") return { kind: "ahead", seconds: own.secondsAhead };
  return gauge(own ?? restOfAnyJob(metric));
}

function restOfAnyJob(metric: string): number {
  switch (metric) {
    case "up":
      return 1;
    case "scrape_samples_scraped":
    case "scrape_samples_post_metric_relabeling":
      return typicalSamples;
    default:
      return metric.endsWith("_seconds") ? shortSeconds : 0;
  }
}

// What is asked stands on the same machine.
const shortSeconds = 0.004;
const typicalSamples = 100;

function gauge(value: number): Motion {
  return { kind: "linear", from: [value], perSecond: [0] };
}
