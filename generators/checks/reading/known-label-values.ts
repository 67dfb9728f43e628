import { listed } from "../../text/listed.ts";
import { jobNamed, recordingsNamed } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { CatalogueSeries } from "../../promql/series.ts";

/** Where the values of a label come from, and all of them. */
export interface KnownValues {
  /** As a sentence names it: `target of job "shop"`. */
  readonly of: string;
  readonly values: readonly string[];
}

type Sources = Pick<Model, "jobs" | "recordings">;

/**
 * The values of a label that may be anything by its declaration, but that the project knows all the same: addresses of targets, and
 * what a JSON endpoint writes. Undefined where it does not know them all.
 */
export function knownLabelValues(
  label: string,
  series: readonly CatalogueSeries[],
  model: Sources,
): KnownValues | undefined {
  const behind = series.map((one) => seriesBehind(one, model, new Set()));
  const measured = behind.flatMap((one) => one ?? []);
  if (measured.length === 0 || behind.includes(undefined)) return undefined;
  const found = measured.map(({ job, metric }) => {
    const of = job === undefined ? undefined : jobNamed(model, job);
    return of && valuesOf(label, of, metric);
  });
  const known = found.flatMap((one) => one ?? []);
  if (known.length < found.length) return undefined;
  const sources = [...new Set(known.map(({ of }) => of))];
  return {
    of: listed(sources, "or"),
    values: [...new Set(known.flatMap(({ values }) => values))].sort(),
  };
}

/** What jobs export of a series, or of those that a recording is made of; undefined where that is not known. */
function seriesBehind(
  series: CatalogueSeries,
  model: Sources,
  seen: ReadonlySet<string>,
): readonly CatalogueSeries[] | undefined {
  if (series.job !== undefined) return [series];
  const recordings = seen.has(series.name) ? [] : recordingsNamed(model, series.name);
  const read = recordings.flatMap(({ analysis }) => analysis.selectors.flatMap((one) => one.series));
  const behind = read.map((one) => seriesBehind(one, model, new Set([...seen, series.name])));
  return read.length === 0 || behind.includes(undefined) ? undefined : behind.flatMap((one) => one ?? []);
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
