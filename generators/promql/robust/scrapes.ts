import type { CatalogueSeries } from "../series.ts";
import type { SeriesCatalogue } from "../catalogue.ts";
import { metricNameOf, type SelectorNode } from "../tree.ts";

/** What must be known of a project to make its rules robust: what its selectors take, and how often that is seen. */
export interface Scrapes {
  readonly catalogue: SeriesCatalogue;
  /** From one scrape of a job to the next; left out: of whichever job is scraped the least often. */
  readonly everyMs: (job: string | undefined) => number;
  /** Of a recording that has no value where a scrape failed: how far apart its values are at most. Undefined: it has one. */
  readonly gapMs: (recording: string) => number | undefined;
}

/**
 * From the last sample before a failed scrape to the first one behind it there are two intervals, and the third is for a scrape
 * that takes as long as it may.
 */
const intervals = 3;

/** For how long the last sample of a series is as good as a new one. */
export function toleranceMs(everyMs: number): number {
  return intervals * everyMs;
}

/** The series that a selector takes; none where that cannot be told. */
export function seriesTaken(
  selector: SelectorNode,
  { catalogue }: Pick<Scrapes, "catalogue">,
): readonly CatalogueSeries[] {
  const name = metricNameOf(selector);
  if (name === undefined) return [];
  const matchers = selector.matchers.filter((one) => one.name !== "__name__");
  return catalogue.lookup(name, matchers).series;
}
