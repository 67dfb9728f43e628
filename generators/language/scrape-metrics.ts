import type { LabelSpecs } from "./label.ts";
import { gauge } from "./metric-definition.ts";
import { metrics, type Handles } from "./metrics.ts";
import type { Source } from "./source.ts";

const kept = "Prometheus makes it for every scrape job.";

/** The handles of what Prometheus measures when it scrapes a job whose series have the labels `C`. */
export type ScrapeMetrics<C extends LabelSpecs> = Handles<Source<C>, ReturnType<typeof definitions>>;

/** The metrics that Prometheus itself makes for each target of a scrape job, pinned to that job. */
export function scrapeMetrics<const C extends LabelSpecs>(source: Source<C>): ScrapeMetrics<C> {
  return metrics(source, definitions());
}

/** The same metrics of all jobs together, for rules over several: `everyJob.up.where({ job: /shop-.+/ })`. */
export const everyJob = metrics({ job: "*", instance: "*" }, definitions());

function definitions() {
  return {
    up: gauge({ help: "1 when the last scrape worked, else 0.", unit: "bool", kept }),
    scrape_duration_seconds: gauge({ help: "How long the last scrape took.", unit: "seconds", kept }),
    scrape_samples_scraped: gauge({ help: "Samples that the target exposed.", unit: "samples", kept }),
    scrape_samples_post_metric_relabeling: gauge({
      help: "Samples that were left after relabelling.",
      unit: "samples",
      kept,
    }),
    scrape_series_added: gauge({ help: "About how many series were new.", unit: "series", kept }),
  };
}
