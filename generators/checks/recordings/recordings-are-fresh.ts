import { groupOf } from "../../model/lookups.ts";
import type { Check, Finding } from "../../check.ts";
import { recordingsRead } from "../../model/recordings-read.ts";
import type { Model } from "../../model/model.ts";

/** A rule is not evaluated more often than the recordings that it reads: it would see the same value again. */
export const recordingsAreFresh: Check = {
  id: "recordings-are-fresh",
  why: "A rule that is evaluated more often than the recording it reads sees the same sample several times, so its for: counts one value more than once.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/",
  wrong: `
const slow = ruleGroup("slow", { every: "2m" });
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
    group: slow,
  },
);
export const ManyOrders = alert({
  ...rest,
  expr: webRate.gt(5),
});
`,
  right: `
const slow = ruleGroup("slow", { every: "30s" });
export const webRate = recording(
  "instance:shop_web:rate10m",
  orders.where({ channel: "web" }).rate("10m").sumBy("instance"),
  {
    help: "Orders per second over the web.",
    example: { given: [runs(orders.where({ channel: "web" }), 3)], expect: 3 },
    group: slow,
  },
);
export const ManyOrders = alert({
  ...rest,
  expr: webRate.gt(5),
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const rule of [...model.recordings, ...model.alerts]) {
      const own = groupOf(model, rule);
      // A window says itself how far back it looks: what it takes of a slow recording is no new value, and meant to be none.
      const now = rule.analysis.selectors.filter(({ range }) => range === undefined);
      for (const recording of new Set(now.flatMap((selector) => recordingsRead(model, selector)))) {
        const source = groupOf(model, recording);
        if (!own || !source || source.everyMs <= own.everyMs) continue;
        yield {
          definition: rule,
          cause: `${source.name} ${own.name} ${own.kind}`,
          message: `${rule.kind} "${rule.name}" is evaluated every ${own.every}, but it reads ${recording.name}, which is recorded every ${source.every}`,
          fix: `record it at least as often at ${source.place.file}:${source.place.line}, or put the rule into a slower group`,
        };
      }
    }
  },
};
