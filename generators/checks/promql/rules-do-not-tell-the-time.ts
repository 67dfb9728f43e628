import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { clockReads, unknownBesideClock } from "../../promql/clock.ts";
import { brokenRules } from "../reading/expressions-of.ts";

const id = "rules-do-not-tell-the-time";

/** A rule reads the clock only to know how long ago something was, or how far ahead it is. */
export const rulesDoNotTellTheTime: Check = {
  id,
  why: "A rule that asks for the hour, the weekday or the date does something else at another time. Its test knows one date only, which is in 1970, so nothing shows what it does today.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/functions/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate} > 5 and on () day_of_week() == 4\`,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: promql\`\${orderRate} > 5\`,
});
`,
  *find(model: Model): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const rule of [...model.recordings, ...model.alerts]) {
      if (broken.has(rule) || rule.analysis.diagnostics.length > 0) continue;
      const names = new Set(clockReads(rule.node, model.catalogue).map(({ name }) => name));
      for (const name of names) {
        yield {
          definition: rule,
          place: rule.exprPlace,
          message: `${rule.kind} "${rule.name}" tells the time by ${name}(): it does something else on another day, and its test knows only 1970`,
          fix: `${instead(name, unknownBesideClock(rule.node, model.catalogue))}, or ${suppressing(id)}`,
          texts: [`${name}(`],
        };
      }
    }
  },
};

function instead(name: string, [unknown]: readonly string[]): string {
  if (unknown !== undefined && name === "time")
    return unknown.includes(":")
      ? `say that ${unknown} is a timestamp, with .as("timestamp") where it is recorded`
      : `say that ${unknown} is a timestamp, with unit: "timestamp" where it is declared`;
  const times = "say with a time interval of a route when people are notified";
  return name === "time" || name === "timestamp"
    ? "compare it with a timestamp, such as time() - process_start_time_seconds"
    : times;
}
