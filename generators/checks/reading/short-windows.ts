import { formatDuration } from "../../language/duration.ts";
import type { Finding } from "../../check.ts";
import type { Extraction, SelectorReference, SubqueryReference } from "../../promql/extraction.ts";
import { windowFunctionNamed } from "../../promql/functions.ts";
import type { PlacedExpression } from "./expressions-of.ts";
import { contains } from "./spans.ts";
import { howOften, moreOften, sourcesOfSeries, type Source, type Sources } from "./sources.ts";

/**
 * How many samples a window must be long enough for, by how many its function needs.
 *
 * A rate needs two; four scrapes leave room for one that fails and for the drift of the other three. What needs one finds none
 * now and then in a window of one scrape, because scrapes drift, and for ever where the window is shorter: two hold always one.
 */
const fewestScrapes = { 1: 2, 2: 4 } as const;

/** A window that is too short for what makes its series. */
export interface ShortWindow {
  readonly source: Source;
  readonly function: string;
  /** As it is written: `max_over_time(shop_load[10s])`. */
  readonly text: string;
  readonly fewest: number;
}

type Windows = Pick<Extraction, "selectors" | "subqueries">;

/**
 * The windows of an expression that are too short; once for each source of its series.
 *
 * @param samples of the functions that need so many samples; left out: of all
 */
export function shortWindows(windows: Windows, sources: Sources, samples?: 1 | 2): ShortWindow[] {
  const { selectors, subqueries } = windows;
  const found = [
    ...selectors.flatMap((selector) => shortRange(selector, sources)),
    ...subqueries.flatMap((subquery) => shortSubquery(subquery, selectors, sources)),
  ];
  return samples === undefined ? found : found.filter(({ fewest }) => fewest === fewestScrapes[samples]);
}

/** The selectors within a subquery. */
export function selectorsIn(
  subquery: SubqueryReference,
  selectors: readonly SelectorReference[],
): SelectorReference[] {
  return selectors.filter((one) => contains(subquery, one));
}

function shortRange({ metric, range, series, function: applied }: SelectorReference, sources: Sources) {
  const text = `${applied}(${metric}[${range?.text}])`;
  return shortFor(range?.ms, applied, sourcesOfSeries(series, sources), text);
}

/** A subquery takes the last sample again and again: a window of one scrape is one sample. */
function shortSubquery(
  subquery: SubqueryReference,
  selectors: readonly SelectorReference[],
  sources: Sources,
) {
  const { range, step, function: applied } = subquery;
  const series = selectorsIn(subquery, selectors).flatMap((one) => one.series);
  const text = `${applied}(…[${range.text}:${step?.text ?? ""}])`;
  return shortFor(range.ms, applied, sourcesOfSeries(series, sources), text);
}

function shortFor(
  ms: number | undefined,
  applied: string | undefined,
  all: readonly Source[],
  text: string,
): ShortWindow[] {
  // A variable of Grafana is as long as Grafana makes it: $__rate_interval holds four scrapes by itself.
  if (ms === undefined || applied === undefined) return [];
  // No window at all is a mistake of its own.
  if (ms <= 0) return [];
  const samples = windowFunctionNamed(applied)?.samples;
  if (samples === undefined) return [];
  const fewest = fewestScrapes[samples];
  return all
    .filter(({ everyMs }) => ms < fewest * everyMs)
    .map((source) => ({ source, function: applied, text, fewest }));
}

/** What is to be said of such a window. */
export function shortWindow(
  { definition, place, name }: PlacedExpression,
  { source, text, fewest }: ShortWindow,
): Finding {
  return {
    definition,
    place,
    message: `${name}: ${text} holds fewer than ${fewest} ${source.sample}s, because ${howOften(source)}`,
    fix: `use a window of at least ${formatDuration(fewest * source.everyMs)}, or ${moreOften(source)}`,
  };
}
