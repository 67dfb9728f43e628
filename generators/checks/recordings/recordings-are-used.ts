import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { recordingsRead } from "../../model/recordings-read.ts";
import { expressionsOf, someAreBroken } from "../reading/expressions-of.ts";

/** A recording that no rule, no panel and no choice of a dashboard reads costs evaluation and storage for nothing. */
export const recordingsAreUsed: Check = {
  id: "recordings-are-used",
  why: "Each recording costs evaluation and storage at every interval. One that nothing reads is a leftover, or the rule that should read it is missing.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/",
  wrong: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
`,
  right: `
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
  },
);
export const webPanel = timeSeries({
  title: "Orders over the web",
  description: "Per second.",
  queries: [webRate],
});
`,
  *find(model: Model): Iterable<Finding> {
    // Nobody knows what a wrong expression would use.
    if (someAreBroken(model)) return;
    const read = expressionsOf(model).flatMap(({ analysis }) =>
      analysis.selectors.flatMap((selector) => recordingsRead(model, selector)),
    );
    const used = new Set(read);
    const chosen = new Set(
      model.dashboards.flatMap(({ variables }) => variables.map(({ selector }) => nameOf(selector))),
    );
    for (const recording of model.recordings) {
      if (used.has(recording) || chosen.has(recording.name)) continue;
      yield {
        definition: recording,
        message: `recording "${recording.id}" is used by no rule, no panel and no runbook`,
        fix: "use it, or remove it",
      };
    }
  },
};

/** The name in front of a selector's braces. */
function nameOf(selector: string): string | undefined {
  return /^[\w:]+/.exec(selector)?.[0];
}
