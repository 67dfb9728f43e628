import { groupOf } from "../../model/lookups.ts";
import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { windowFunctionNamed } from "../../promql/functions.ts";
import type { CatalogueSeries } from "../../promql/series.ts";

/** A rate needs two samples; four scrapes leave room for one that fails and for the drift of the other three. */
export const fewestScrapes = 4;

/** What makes a series, and how often: a scrape job, or a recording, which takes a sample with each evaluation. */
interface Source {
  readonly name: string;
  readonly every: string;
  readonly everyMs: number;
  readonly place: Place;
  readonly sample: "scrape" | "evaluation";
}

/** A window of a rate that is too short for what makes its series. */
export interface ShortWindow {
  readonly source: Source;
  readonly function: string;
  /** Undefined of a selector that says no name. */
  readonly metric: string | undefined;
  /** As it is written. */
  readonly window: string;
}

export type Sources = ReadonlyMap<string, Source>;

/** What a selector has a window for that is too short; once for each source of its series. */
export function shortWindows(
  { metric, range, series, function: applied }: SelectorReference,
  sources: Sources,
): ShortWindow[] {
  // A variable of Grafana is as long as Grafana makes it: $__rate_interval holds four scrapes by itself.
  if (range?.ms === undefined || applied === undefined) return [];
  // What compares the samples of a window with each other gives nothing when it holds only one.
  if (windowFunctionNamed(applied)?.samples !== 2) return [];
  const { ms, text } = range;
  return [...new Set(series.map(sourceKey))].flatMap((key) => {
    const source = sources.get(key);
    if (!source || ms >= fewestScrapes * source.everyMs) return [];
    return [{ source, function: applied, metric, window: text }];
  });
}

/** What makes each series of a project. */
export function sourcesOf(model: Model): Sources {
  const { jobs, recordings } = model;
  const scraped = jobs.map(({ name, every, everyMs, place }): [string, Source] => [
    jobKey(name),
    { name: `job "${name}"`, every, everyMs, place, sample: "scrape" },
  ]);
  const evaluated = recordings.flatMap((recording): [string, Source][] => {
    const { name, place } = recording;
    const own = groupOf(model, recording);
    if (!own) return [];
    const { every, everyMs } = own;
    return [[name, { name: "the recording", every, everyMs, place, sample: "evaluation" }]];
  });
  return new Map([...scraped, ...evaluated]);
}

/** A recording is of no job, and its name has colons, which no job's name has. */
function sourceKey({ job, name }: CatalogueSeries): string {
  return job === undefined ? name : jobKey(job);
}

function jobKey(job: string): string {
  return `job ${job}`;
}
