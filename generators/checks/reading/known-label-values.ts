import { jobNamed, recordingsNamed } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import { listed } from "../../text/listed.ts";

/** Where the values of a label come from, and all of them. */
export interface KnownValues {
  /** As a sentence names it: `target of job "shop"`. */
  readonly of: string;
  readonly values: readonly string[];
}

type Origins = Pick<Model, "jobs" | "recordings">;

/**
 * The values of a label that may be anything by its declaration, but that the project knows all the same: addresses of targets, and
 * what a JSON endpoint writes. Undefined where it does not know them all.
 */
export function knownLabelValues(
  label: string,
  series: readonly CatalogueSeries[],
  model: Origins,
): KnownValues | undefined {
  const measured = seriesBehind(series, model);
  if (measured === undefined) return undefined;
  const found = measured.map(({ job, metric }) => {
    const of = job === undefined ? undefined : jobNamed(model, job);
    return of && valuesOf(label, of, metric);
  });
  const known = found.flatMap((one) => one ?? []);
  if (known.length < found.length) return undefined;
  return {
    of: listed([...new Set(known.map(({ of }) => of))], "or"),
    values: [...new Set(known.flatMap(({ values }) => values))].sort(),
  };
}

/** What jobs export of series, or of those that recordings are made of; undefined where that is not known of all. */
function seriesBehind(
  series: readonly CatalogueSeries[],
  model: Origins,
  seen: readonly string[] = [],
): readonly CatalogueSeries[] | undefined {
  const behind = series.map((one) => {
    if (one.job !== undefined) return [one];
    const recordings = seen.includes(one.name) ? [] : recordingsNamed(model, one.name);
    const read = recordings.flatMap(({ analysis }) =>
      analysis.selectors.flatMap((selector) => selector.series),
    );
    return seriesBehind(read, model, [...seen, one.name]);
  });
  return behind.length === 0 || behind.includes(undefined) ? undefined : behind.flatMap((one) => one ?? []);
}

function valuesOf(label: string, job: JobModel, metric: string): KnownValues | undefined {
  if (label === "instance") {
    return { of: `target of job "${job.name}"`, values: job.targets.map(({ instance }) => instance) };
  }
  const fields = "fields" in job ? job.fields.filter((field) => field.metric === metric) : [];
  const written = fields.flatMap(({ labels }) => labels[label] ?? []);
  const isWhole = fields.length > 0 && written.length === fields.length;
  return isWhole ? { of: `field of job "${job.name}"`, values: written } : undefined;
}
