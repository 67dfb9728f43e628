import { durationInMs } from "../../language/duration.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";
import { selectorsIn, shortWindow, shortWindows } from "../reading/short-windows.ts";
import { howOften, type Sources, sourcesOf, sourcesOfSeries } from "../reading/sources.ts";

/** Windows of `*_over_time` are at least two scrapes long, and subqueries ask no more often than there are samples. */
export const windowsHoldTwoScrapes: Check = {
  id: "windows-hold-two-scrapes",
  why: "A window shorter than a scrape holds a sample or none, as the scrapes happen to fall: an alert on it may never fire. A subquery that asks more often than there are samples counts each of them several times.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/functions/",
  wrong: `
export const paid = scrapeJob("shop-tills", {
  description: "The tills of the shop.",
  targets: ["localhost:8081"],
  every: "1m",
});
export const tills = metrics(paid, {
  till_drawer_coins: gauge({ help: "Coins in the drawer.", unit: "coins" }),
});
export const coins = timeSeries({
  title: "Coins",
  description: "The fewest coins in a drawer.",
  queries: [tills.till_drawer_coins.minOverTime("1m")],
});
`,
  right: `
export const paid = scrapeJob("shop-tills", {
  description: "The tills of the shop.",
  targets: ["localhost:8081"],
  every: "1m",
});
export const tills = metrics(paid, {
  till_drawer_coins: gauge({ help: "Coins in the drawer.", unit: "coins" }),
});
export const coins = timeSeries({
  title: "Coins",
  description: "The fewest coins in a drawer.",
  queries: [tills.till_drawer_coins.minOverTime("2m")],
});
`,
  *find(model: Model): Iterable<Finding> {
    const sources = sourcesOf(model);
    const { evaluationInterval } = model.platform.prometheus;
    for (const expression of expressionsOf(model)) {
      yield* shortWindows(expression.analysis, sources, 1).map((window) => shortWindow(expression, window));
      yield* tooOften(expression, sources, evaluationInterval);
    }
  },
};

/** Of a subquery that asks for what is read at the moment, whether even the fastest source has no new sample each time. */
function* tooOften(
  { definition, place, name, analysis }: PlacedExpression,
  sources: Sources,
  usualStep: string,
): Iterable<Finding> {
  for (const subquery of analysis.subqueries) {
    const { range, step, function: applied } = subquery;
    const stepMs = step ? step.ms : durationInMs(usualStep);
    const atTheMoment = selectorsIn(subquery, analysis.selectors).filter((one) => one.range === undefined);
    const all = sourcesOfSeries(
      atTheMoment.flatMap(({ series }) => series),
      sources,
    );
    const [fastest] = all.toSorted((a, b) => a.everyMs - b.everyMs);
    if (stepMs === undefined || !fastest || stepMs >= fastest.everyMs) continue;
    yield {
      definition,
      place,
      message: `${name}: ${applied}(…[${range.text}:${step?.text ?? ""}]) asks every ${step?.text ?? usualStep}, but ${howOften(fastest)}`,
      fix: `use a step of at least ${fastest.every}: […:${fastest.every}]`,
    };
  }
}
