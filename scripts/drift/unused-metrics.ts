import { metricKey } from "../../generators/model/metrics-behind.ts";
import type { Model } from "../../generators/model/model.ts";
import { usesIn } from "../../generators/model/uses.ts";
import type { Exposed } from "./exposed.ts";

/** A metric that is stored, and that no rule, panel or runbook reads. */
export interface UnusedMetric {
  readonly job: string;
  readonly metric: string;
  readonly series: number;
}

/** Those with most series first: they cost most. */
export function unusedMetrics(model: Model, exposed: readonly Exposed[]): readonly UnusedMetric[] {
  const usesOf = usesIn(model);
  const unused = exposed.flatMap(({ job, sources }) =>
    sources.flatMap(({ families }) =>
      families.flatMap(({ name, samples }) => {
        const isUsed = Object.values(usesOf(metricKey(job.name, name))).some((readers) => readers.length > 0);
        return isUsed || samples.length === 0
          ? []
          : [{ job: job.name, metric: name, series: samples.length }];
      }),
    ),
  );
  return unused.toSorted((a, b) => b.series - a.series);
}
