import { formatDuration } from "../../language/duration.ts";
import { groupOf } from "../../model/lookups.ts";
import type { Check, Finding } from "../../check.ts";
import { recordingsRead } from "../../model/recordings-read.ts";
import type { Model } from "../../model/model.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { lookbackMs } from "../../promql/lookback.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import {
  howOften,
  moreOften,
  type Source,
  type Sources,
  sourcesOf,
  sourcesOfSeries,
} from "../reading/sources.ts";

/** How many scrapes a window of last_over_time should hold: two, and half of one for those that come late. */
const scrapesOfWindow = 2.5;

/** What is read at the moment is sampled more often than every 5 minutes: after that, Prometheus takes it for gone. */
export const instantReadsFindASample: Check = {
  id: "instant-reads-find-a-sample",
  why: "Prometheus takes a sample for the present for 5 minutes. A series that is sampled more rarely comes and goes: an alert on it is pending again and again and never fires, and a panel of it has gaps.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness",
  wrong: `
export const hourly = scrapeJob("shop-stock", {
  description: "Counts the stock.",
  targets: ["localhost:8082"],
  every: "10m",
});
export const stock = metrics(hourly, {
  shop_stock_items: gauge({ help: "What is in stock.", unit: "items" }),
});
export const left = timeSeries({
  title: "Stock",
  description: "What is left to sell.",
  queries: [stock.shop_stock_items],
});
`,
  right: `
export const hourly = scrapeJob("shop-stock", {
  description: "Counts the stock.",
  targets: ["localhost:8082"],
  every: "10m",
});
export const stock = metrics(hourly, {
  shop_stock_items: gauge({ help: "What is in stock.", unit: "items" }),
});
export const left = timeSeries({
  title: "Stock",
  description: "What is left to sell.",
  queries: [stock.shop_stock_items.lastOverTime("25m")],
});
`,
  *find(model: Model): Iterable<Finding> {
    const sources = sourcesOf(model);
    for (const expression of expressionsOf(model)) yield* rareReads(expression, sources, model);
  },
};

function* rareReads(expression: PlacedExpression, sources: Sources, model: Model): Iterable<Finding> {
  const { definition, place, name, analysis } = expression;
  const said = new Set<string>();
  for (const selector of analysis.selectors) {
    const rare = sourcesOfSeries(selector.series, sources).find(({ everyMs }) => everyMs >= lookbackMs);
    const { metric = "what it selects" } = selector;
    if (selector.range !== undefined || !rare || isJustRecorded(selector, expression, model)) continue;
    if (said.has(metric)) continue;
    said.add(metric);
    yield {
      definition,
      place,
      message: `${name}: ${metric} is read at the moment, but ${howOften(rare)}, and after ${formatDuration(lookbackMs)} Prometheus takes a sample for gone`,
      fix: `read it with .lastOverTime("${windowOf(rare)}"), or ${moreOften(rare)}`,
    };
  }
}

function windowOf({ everyMs }: Source): string {
  return formatDuration(scrapesOfWindow * everyMs);
}

/** A recording that reads another of its own group reads what was recorded in the same moment. */
function isJustRecorded(
  selector: SelectorReference,
  { definition, kind }: PlacedExpression,
  model: Model,
): boolean {
  if (kind !== "rule" || selector.offset !== undefined) return false;
  const reader = model.recordings.find((one) => one === definition);
  const read = recordingsRead(model, selector);
  if (reader === undefined || read.length === 0) return false;
  return read.every((one) => groupOf(model, one) === groupOf(model, reader));
}
