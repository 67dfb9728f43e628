import type { Check, Finding } from "../../check.ts";
import { newTargetCheck } from "../../rule-tests/new-target-case.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { silencesOf } from "../reading/silences-of.ts";

/** An alert fires for a target that is bad from its first sample on, though it has no past. */
export const alertsSeeNewTargets: Check<TestedModel> = {
  id: newTargetCheck,
  why: "An alert that compares with the past, such as `and x offset 1h > 5`, says nothing of a target that has none: for an hour after each deployment, which is when things break.",
  source: "https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier",
  wrong: `
const web = orders.where({ channel: "web" });
export const ManyOrders = alert({
  ...rest,
  expr: web.rate("5m").gt(5).and(web.offset("1h").rate("5m").gt(1)),
});
`,
  right: `
const web = orders.where({ channel: "web" });
export const ManyOrders = alert({
  ...rest,
  expr: web.rate("5m").gt(5).unless(web.offset("1h").rate("5m").lt(1)),
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    for (const { alert, scenario } of silencesOf(model, "new target", newTargetCheck)) {
      yield {
        definition: alert,
        message: `alert "${alert.name}" is silent for a new target, which does from its first sample on what \`firing\` of ${scenario} says`,
        fix: `let it fire without a past too, such as .unless(… .offset("1h")) instead of .and(…), or say why a new target need not be watched: allow: { "${newTargetCheck}": "…" }`,
      };
    }
  },
};
