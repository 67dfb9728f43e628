import type { Analysis } from "../promql/analysis.ts";
import type { Model } from "./model.ts";
import { recordingsRead } from "./recordings-read.ts";

type Recorded = Pick<Model, "recordings">;

/** The declared metrics that an expression reads, through recordings too, by their keys, sorted. */
export function metricsBehind(analysis: Analysis, model: Recorded): string[] {
  return [...namesBehind(analysis, model).metrics].sort();
}

/** What an expression reads, through recordings too: metrics by their keys, recordings by their ids. */
export function namesBehind(analysis: Analysis, model: Recorded) {
  const found = { metrics: new Set<string>(), recordings: new Set<string>() };
  const seen = new Set<string>();
  const visit = ({ selectors }: Analysis): void => {
    for (const selector of selectors) {
      const { metric, series } = selector;
      if (metric === undefined) continue;
      const behind = recordingsRead(model, selector);
      const key = [
        metric,
        ...series.map(({ job }) => job),
        ...behind.map(({ labels }) => JSON.stringify(labels)),
      ];
      if (seen.has(key.join())) continue;
      seen.add(key.join());
      for (const recording of behind) {
        found.recordings.add(recording.id);
        visit(recording.analysis);
      }
      if (behind.length > 0) continue;
      for (const one of series) found.metrics.add(metricKey(one.job, one.metric));
    }
  };
  visit(analysis);
  return found;
}

/** How messages distinguish metrics of the same name from different jobs: `up of job shop-api`. */
export function metricKey(job: string | undefined, metric: string): string {
  return job === undefined ? metric : `${metric} of job ${job}`;
}
