import { groupOf } from "../../model/lookups.ts";
import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import type { CatalogueSeries } from "../../promql/series.ts";

/** What makes a series, and how often: a scrape job, or a recording, which takes a sample with each evaluation. */
export interface Source {
  readonly name: string;
  readonly every: string;
  readonly everyMs: number;
  readonly place: Place;
  readonly sample: "scrape" | "evaluation";
}

export type Sources = ReadonlyMap<string, Source>;

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
  // Of several recordings of one name, what reads them waits for the slowest.
  const slowestLast = evaluated.sort(([, a], [, b]) => a.everyMs - b.everyMs);
  return new Map([...scraped, ...slowestLast]);
}

/** What makes these series, each once. */
export function sourcesOfSeries(series: readonly CatalogueSeries[], sources: Sources): Source[] {
  return [...new Set(series.map(sourceKey))].flatMap((key) => sources.get(key) ?? []);
}

/** `scrape more often at definitions/…:12` */
export function moreOften({ sample, place }: Source): string {
  return `${sample === "scrape" ? "scrape" : "evaluate"} more often at ${place.file}:${place.line}`;
}

/** `job "shop-api" is scraped every 15s` */
export function howOften({ name, sample, every }: Source): string {
  return `${name} is ${sample === "scrape" ? "scraped" : "evaluated"} every ${every}`;
}

/** A recording is of no job, and its name has colons, which no job's name has. */
function sourceKey({ job, name }: CatalogueSeries): string {
  return job === undefined ? name : jobKey(job);
}

function jobKey(job: string): string {
  return `job ${job}`;
}
