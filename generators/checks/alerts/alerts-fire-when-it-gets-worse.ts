import type { Check, Finding } from "../../check.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Node } from "../../promql/tree.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { worseCheck } from "../../rule-tests/worse-case.ts";
import { silencesOf } from "../reading/silences-of.ts";

/** An alert that fires goes on firing when what it is about gets ten times worse. */
export const alertsFireWhenItGetsWorse: Check<TestedModel> = {
  id: worseCheck,
  why: "An alert with a band, such as below 45 and above 40, resolves when things get much worse: whoever was woken thinks that it is over. Each alert is tried at ten times what its scenario gives at firing, as far as the unit goes; a count of what is left is nothing when nothing is.",
  source: "https://sre.google/sre-book/monitoring-distributed-systems/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5).and(orderRate.lt(8)),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    for (const { alert, scenario } of silencesOf(model, "worse", worseCheck)) {
      yield {
        definition: alert,
        message: `alert "${alert.name}" falls silent when it gets ten times worse than at \`firing\` of ${scenario}`,
        fix: `leave out the condition that no longer holds then; if another alert takes over there, say which: allow: { "${worseCheck}": "…" }`,
      };
    }
    for (const alert of model.alerts) {
      const most = alert.whenMissing === "firing" ? undefined : mostCounted(alert);
      if (most === undefined) continue;
      yield {
        definition: alert,
        place: alert.exprPlace,
        message: `alert "${alert.name}" falls silent when there is none left: count() of nothing is nothing, and not 0`,
        fix: `give it 0 then, such as (count(…) or vector(0)) < ${most}, or of each instance (count by (instance) (…) or on (instance) up * 0) < ${most}; if another alert takes over there, say which: allow: { "${worseCheck}": "…" }`,
      };
    }
  },
};

/** The number that a count must be below, where more than one is; undefined: there is none, or it is no condition. */
function mostCounted({ analysis: { comparisons } }: AlertModel): number | undefined {
  for (const { op, bool, left, right } of comparisons) {
    const most = right.type.literal;
    const isFewer = (op === "<" || op === "<=") && !bool && isCount(left.node);
    // Fewer than one is another check's.
    if (isFewer && most !== undefined && (op === "<" ? most > 1 : most >= 1)) return most;
  }
  return undefined;
}

function isCount(node: Node): boolean {
  return node.kind === "aggregation" && node.name === "count";
}
