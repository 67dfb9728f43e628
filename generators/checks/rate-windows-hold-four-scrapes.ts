import { formatDuration } from "../../definitions/language/duration.ts";
import type { Check, Finding } from "../check.ts";
import type { JobModel } from "../model/job-model.ts";
import type { Model } from "../model/model.ts";
import type { SelectorReference } from "../promql/extraction.ts";
import { expressionsOf, type PlacedExpression } from "./expressions-of.ts";

/** A rate needs two samples; four scrapes leave room for one that fails and for the drift of the other three. */
const scrapes = 4;

/** Functions that compare the samples of a window with each other: they give nothing when it holds only one. */
const overSeveralSamples = new Set([
  "rate",
  "irate",
  "increase",
  "delta",
  "idelta",
  "deriv",
  "predict_linear",
  "changes",
  "resets",
]);

/** Windows of rates are at least four scrapes of their job long. */
export const rateWindowsHoldFourScrapes: Check = {
  id: "rate-windows-hold-four-scrapes",
  *find(model: Model): Iterable<Finding> {
    const jobs = new Map(model.jobs.map((job) => [job.name, job]));
    for (const expression of expressionsOf(model)) {
      for (const selector of expression.analysis.selectors) yield* tooShort(expression, selector, jobs);
    }
  },
};

function* tooShort(
  { definition, place, name }: PlacedExpression,
  { metric, range, series, function: applied }: SelectorReference,
  jobs: ReadonlyMap<string, JobModel>,
): Iterable<Finding> {
  if (range?.ms === undefined || applied === undefined || !overSeveralSamples.has(applied)) return;
  for (const job of new Set(series.map((one) => one.job))) {
    const scraped = job === undefined ? undefined : jobs.get(job);
    if (!scraped || range.ms >= scrapes * scraped.everyMs) continue;
    yield {
      definition,
      place,
      message: `${name}: ${applied}(${metric}[${range.text}]) holds fewer than ${scrapes} scrapes, because job "${scraped.name}" is scraped every ${scraped.every}`,
      mend: `use a window of at least ${formatDuration(scrapes * scraped.everyMs)}, or scrape more often at ${scraped.place.file}:${scraped.place.line}`,
    };
  }
}
