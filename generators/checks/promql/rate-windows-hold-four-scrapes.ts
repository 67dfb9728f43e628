import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { expressionsOf } from "../reading/expressions-of.ts";
import { shortWindow, shortWindows } from "../reading/short-windows.ts";
import { sourcesOf } from "../reading/sources.ts";

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
      yield* shortWindows(expression.analysis, sources, 2).map((window) => shortWindow(expression, window));
    }
  },
};
