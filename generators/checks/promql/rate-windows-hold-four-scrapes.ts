import { formatDuration } from "../../language/duration.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import { fewestScrapes, type ShortWindow, shortWindows, sourcesOf } from "../reading/short-windows.ts";

/** Windows of rates are at least four scrapes of their job long, or four evaluations of their recording. */
export const rateWindowsHoldFourScrapes: Check = {
  id: "rate-windows-hold-four-scrapes",
  why: "rate() needs two samples in its window. A window of four scrapes survives a failed one; a shorter window leaves gaps, and an alert on it resolves by itself.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/functions/",
  wrong: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [orders.rate("30s")],
});
`,
  right: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [orders.rate("1m")],
});
`,
  *find(model: Model): Iterable<Finding> {
    const sources = sourcesOf(model);
    for (const expression of expressionsOf(model)) {
      const windows = expression.analysis.selectors.flatMap((selector) => shortWindows(selector, sources));
      yield* windows.map((window) => problem(expression, window));
    }
  },
};

function problem(
  { definition, place, name }: PlacedExpression,
  { source, function: applied, metric, window }: ShortWindow,
): Finding {
  const { sample, every } = source;
  const isScraped = sample === "scrape";
  return {
    definition,
    place,
    message: `${name}: ${applied}(${metric}[${window}]) holds fewer than ${fewestScrapes} ${sample}s, because ${source.name} is ${isScraped ? "scraped" : "evaluated"} every ${every}`,
    fix: `use a window of at least ${formatDuration(fewestScrapes * source.everyMs)}, or ${isScraped ? "scrape" : "evaluate"} more often at ${source.place.file}:${source.place.line}`,
  };
}
