import type { Check, Finding } from "../../check.ts";
import { metricKey } from "../../model/metrics-behind.ts";
import type { Model } from "../../model/model.ts";
import { acceptedBy } from "../../promql/label-value.ts";
import { printMatcher } from "../../promql/print.ts";
import type { MatcherReference } from "../../promql/extraction.ts";
import { expressionsOf } from "../reading/expressions-of.ts";

/**
 * A metric of a job is asked for by its job: else a new service that exports the same name would change the rule.
 *
 * What Prometheus measures of every job, such as `up`, may be asked for over all of them.
 */
export const selectorsArePinned: Check = {
  id: "selectors-are-pinned",
  why: "A query for a bare metric name reads it from every job that exports it. The day another service exports the same name, the alert changes its meaning without anybody touching it.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/",
  wrong: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [promql\`rate(shop_orders_total[5m])\`],
});
`,
  right: `
export const day = timeSeries({
  title: "Orders over time",
  description: "How the day goes.",
  queries: [promql\`rate(\${orders}[5m])\`],
});
`,
  *find(model: Model): Iterable<Finding> {
    const declared = new Set(
      model.metrics.flatMap(({ job, name }) => (job === undefined ? [] : [metricKey(job, name)])),
    );
    for (const { definition, place, name, analysis } of expressionsOf(model)) {
      for (const { metric, matchers, series } of analysis.selectors) {
        if (metric === undefined && !matchers.some(isPin)) {
          yield {
            definition,
            place,
            message: `${name} reads every series of every job that fits ${printedMatchers(matchers)}`,
            fix: 'name the metric, or write a job beside it, such as {job="shop-api"}',
          };
          continue;
        }
        const owned = series.filter((one) => declared.has(metricKey(one.job, one.metric)));
        if (owned.length === 0 || matchers.some(isPin)) continue;
        const jobs = [...new Set(owned.map(({ job }) => `${metric}{job="${job}"}`))];
        yield {
          definition,
          place,
          message: `${name} reads ${metric} from every job that exports it`,
          fix: `insert the metric's handle into the text with \${…}, or write ${jobs.join(" or ")}`,
        };
      }
    }
  },
};

function printedMatchers(matchers: readonly MatcherReference[]): string {
  return `{${matchers.map(printMatcher).join(", ")}}`;
}

/** Whether a matcher keeps a new job out: `job!="x"` and `job=~".+"` do not. */
function isPin(matcher: MatcherReference): boolean {
  return matcher.name === "job" && !acceptedBy(matcher)("some-other-job");
}
