import { metricNameOf } from "../../promql/tree.ts";
import { mannerOf } from "../metric-manner.ts";
import { noFacts, type SeriesFacts } from "./rule.ts";

/** What an exposition says of the metrics of plain files; of all others only their names say something. */
export interface KnownSigns {
  /** Counters, and what is counted of histograms and summaries. */
  readonly neverNegative: ReadonlySet<string>;
  /** Those that are below 0 in it, whatever their names suggest. */
  readonly negative: ReadonlySet<string>;
}

export const noSigns: KnownSigns = { neverNegative: new Set(), negative: new Set() };

/** What is sure of the series. */
export function sureFacts({ neverNegative }: KnownSigns): SeriesFacts {
  return { ...noFacts, isNeverNegative: (selector) => neverNegative.has(metricNameOf(selector) ?? "") };
}

/** Whether the name of a metric suggests that it is never negative, and nothing says otherwise. */
export function seemsNeverNegative(metric: string, { negative }: KnownSigns): boolean {
  return mannerOf(metric) !== "any" && !negative.has(metric);
}
