import type { Analysis } from "../promql/analysis.ts";
import { recordingNamed } from "./lookups.ts";
import type { Model } from "./model.ts";

type Recorded = Pick<Model, "recordings">;

/** The declared metrics that an expression reads, through recordings too, by their keys, sorted. */
export function metricsBehind(analysis: Analysis, model: Recorded): string[] {
  return [...namesBehind(analysis, model).metrics].sort();
}

/** What an expression reads, through recordings too: metrics by their keys, recordings by their names. */
export function namesBehind(analysis: Analysis, model: Recorded) {
  const found = { metrics: new Set<string>(), recordings: new Set<string>() };
  const seen = new Set<string>();
  const visit = ({ selectors }: Analysis): void => {
    for (const { metric, series } of selectors) {
      if (metric === undefined || seen.has(metric + series.map(({ job }) => job).join())) continue;
      seen.add(metric + series.map(({ job }) => job).join());
      const behind = recordingNamed(model, metric);
      if (behind) {
        found.recordings.add(metric);
        visit(behind.analysis);
      } else for (const one of series) found.metrics.add(metricKey(one.job, one.metric));
    }
  };
  visit(analysis);
  return found;
}

/** How messages distinguish metrics of the same name from different jobs: `up of job shop-api`. */
export function metricKey(job: string | undefined, metric: string): string {
  return job === undefined ? metric : `${metric} of job ${job}`;
}
