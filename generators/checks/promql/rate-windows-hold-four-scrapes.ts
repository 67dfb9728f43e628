import { formatDuration } from "../../language/duration.ts";
import type { Place } from "../../language/place.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { windowFunctionNamed } from "../../promql/functions.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";

/** A rate needs two samples; four scrapes leave room for one that fails and for the drift of the other three. */
const scrapes = 4;

/** What makes a series, and how often: a scrape job, or a recording, which takes a sample with each evaluation. */
interface Source {
  readonly name: string;
  readonly every: string;
  readonly everyMs: number;
  readonly place: Place;
  readonly sample: "scrape" | "evaluation";
}

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
      for (const selector of expression.analysis.selectors) yield* tooShort(expression, selector, sources);
    }
  },
};

function* tooShort(
  { definition, place, name }: PlacedExpression,
  { metric, range, series, function: applied }: SelectorReference,
  sources: ReadonlyMap<string, Source>,
): Iterable<Finding> {
  // A variable of Grafana is as long as Grafana makes it: $__rate_interval holds four scrapes by itself.
  if (range?.ms === undefined || applied === undefined) return;
  // What compares the samples of a window with each other gives nothing when it holds only one.
  if (windowFunctionNamed(applied)?.samples !== 2) return;
  for (const key of new Set(series.map(sourceKey))) {
    const source = sources.get(key);
    if (!source || range.ms >= scrapes * source.everyMs) continue;
    const { sample, every } = source;
    yield {
      definition,
      place,
      message: `${name}: ${applied}(${metric}[${range.text}]) holds fewer than ${scrapes} ${sample}s, because ${source.name} is ${sample === "scrape" ? "scraped" : "evaluated"} every ${every}`,
      fix: `use a window of at least ${formatDuration(scrapes * source.everyMs)}, or ${sample === "scrape" ? "scrape" : "evaluate"} more often at ${source.place.file}:${source.place.line}`,
    };
  }
}

function sourcesOf({ jobs, recordings, groups }: Model): ReadonlyMap<string, Source> {
  const scraped = jobs.map(({ name, every, everyMs, place }): [string, Source] => [
    jobKey(name),
    { name: `job "${name}"`, every, everyMs, place, sample: "scrape" },
  ]);
  const evaluated = recordings.flatMap(({ name, group, place }): [string, Source][] => {
    const own = groups.find((one) => one.kind === "recordings" && one.name === group);
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
