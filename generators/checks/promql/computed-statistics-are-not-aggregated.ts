import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { addition } from "../../panels/index.ts";
import type { Merger } from "../../promql/extraction.ts";
import type { Statistic } from "../../promql/series.ts";
import { expressionsOf, type PlacedExpression } from "../reading/expressions-of.ts";

/** Percentiles, means and ratios that a program computed itself are picked and compared, and never added or averaged. */
export const computedStatisticsAreNotAggregated: Check = {
  id: "computed-statistics-are-not-aggregated",
  why: "The average of percentiles is not a percentile, and the average of ratios is not a ratio: busy and idle instances count the same. The result looks right and is wrong.",
  source: "https://prometheus.io/docs/practices/histograms/",
  wrong: `
export const waits = metrics(api, {
  shop_wait_p99_seconds: gauge({
    help: "How long one in a hundred waits.",
    unit: "seconds",
    computed: "p99",
  }),
});
export const day = timeSeries({
  title: "Waiting",
  description: "Of all instances.",
  queries: [promql\`avg(\${waits.shop_wait_p99_seconds})\`],
});
`,
  right: `
export const waits = metrics(api, {
  shop_wait_p99_seconds: gauge({
    help: "How long one in a hundred waits.",
    unit: "seconds",
    computed: "p99",
  }),
});
export const day = timeSeries({
  title: "Waiting",
  description: "Of all instances.",
  queries: [promql\`max(\${waits.shop_wait_p99_seconds})\`],
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const expression of expressionsOf(model)) yield* aggregated(expression);
    yield* addedUp(model);
  },
};

function* aggregated({ definition, place, name, analysis }: PlacedExpression): Iterable<Finding> {
  for (const merger of analysis.mergers.filter(isInnermost)) {
    const [first] = merger.statistics;
    if (!first) continue;
    const { why, fix } = words[kindOf(first)];
    const message = `${name}: ${applied(merger)}, but ${origin(first)}: ${why}`;
    yield { definition, place, message, fix };
  }
}

/** What is around a mistake is wrong because of it. */
function isInnermost({ from, to }: Merger, index: number, all: readonly Merger[]): boolean {
  return !all.some((other, at) => at !== index && other.from >= from && other.to <= to);
}

/** The height of a stack and a whole pie are sums. */
function* addedUp({ dashboards }: Model): Iterable<Finding> {
  for (const panel of dashboards.flatMap(({ rows }) => rows.flatMap(({ panels }) => panels))) {
    const first = panel.queries.flatMap(({ analysis }) => analysis.type.statistics ?? [])[0];
    const adds = addition(panel);
    if (!adds || !first) continue;
    yield {
      definition: panel,
      message: `panel "${panel.title}" ${adds.verb} ${first.metric}, and so draws sums of it, but ${origin(first)}: ${words[kindOf(first)].why}`,
      fix: adds.fix,
    };
  }
}

/** `avg(x_p99_seconds)`, `x_p99_seconds + y_p99_seconds` */
function applied({ by, statistics }: Merger): string {
  const names = [...new Set(statistics.map(({ metric, through }) => through ?? metric))];
  const isOperator = !/^\w/.test(by);
  if (!isOperator) return `${by}(${names.join(", ")})`;
  return names.length > 1 ? names.join(` ${by} `) : `${names.join()} ${by} ${names.join()}`;
}

function origin({ metric, what, through }: Statistic): string {
  const which = through === undefined ? metric : `${through} is made of ${metric}, which`;
  return `${which} is ${nouns[what] ?? `a ${what}`} that its program computed itself`;
}

/** What is no word of a sentence by itself, as p99 is. */
const nouns: Readonly<Record<string, string>> = {
  quantile: "a quantile of a summary",
  min: "a lowest value",
  max: "a highest value",
};

type Kind = "percentile" | "mean" | "extreme" | "ratio";

function kindOf({ what }: Statistic): Kind {
  if (what === "mean" || what === "ratio") return what;
  return what === "min" || what === "max" ? "extreme" : "percentile";
}

const words: Readonly<Record<Kind, { readonly why: string; readonly fix: string }>> = {
  percentile: {
    why: "percentiles of parts do not combine into a percentile of the whole",
    fix: "take the worst, with max(…) or max_over_time(…); or have the program expose a histogram, whose buckets add up",
  },
  mean: {
    why: "means of parts of unknown size do not combine into a mean of the whole",
    fix: "take the worst, with max(…) or max_over_time(…); or have the program expose a histogram, or a counter of the sum, and divide its growth by the growth of the count",
  },
  extreme: {
    why: "it is a single observation, and sums or averages of those mean nothing",
    fix: "take min(…) of lowest values or max(…) of highest ones, or their _over_time(…)",
  },
  ratio: {
    why: "ratios of parts of unknown size do not combine into a ratio of the whole",
    fix: "divide the counters it was computed from, sum(rate(…)) / sum(rate(…)); or take the worst, with min(…) or max(…)",
  },
};
