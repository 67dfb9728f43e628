import { type Check, type Finding, suppressing } from "../../check.ts";
import { formatDuration } from "../../language/duration.ts";
import type { Model } from "../../model/model.ts";
import { type MovedRead, movedReads } from "../../promql/moved-reads.ts";
import { metricNameOf } from "../../promql/tree.ts";
import { brokenRules } from "../reading/expressions-of.ts";

const id = "rules-look-back-from-now";

/** A rule reads samples of its evaluation and of before, counted from then. */
export const rulesLookBackFromNow: Check = {
  id,
  why: "A rule finds what has been scraped by now: not what an offset such as -5m asks for, and not for ever what stood at one moment, as with @. Its test has a sample there, so it passes, and in production it never fires.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.offset("-5m").gt(5),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
});
`,
  *find(model: Model): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const rule of [...model.recordings, ...model.alerts]) {
      if (broken.has(rule) || rule.analysis.diagnostics.length > 0) continue;
      const wrong = new Set(movedReads(rule.node).flatMap((read) => complaintOf(read) ?? []));
      for (const message of wrong) {
        yield {
          definition: rule,
          place: rule.exprPlace,
          message: `${rule.kind} "${rule.name}" reads ${message}`,
          fix: `read it now, or as it was before, with an offset above 0, or ${suppressing(id)}`,
        };
      }
    }
  },
};

function complaintOf({ selector, agoMs, at }: MovedRead): string | undefined {
  const name = metricNameOf(selector) ?? "what it selects";
  if (at !== undefined) return `${name} @ ${at}, the same moment whenever it is evaluated`;
  if (agoMs >= 0) return undefined;
  return `${name} ${formatDuration(-agoMs)} ahead of its evaluation, where nothing has been scraped: it finds a sample in its test only`;
}
