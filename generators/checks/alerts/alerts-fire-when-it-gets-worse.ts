import type { Check, Finding } from "../../check.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { worseCheck } from "../../rule-tests/worse-case.ts";
import { silencesOf } from "../reading/silences-of.ts";

/** An alert that fires goes on firing when what it is about gets ten times worse. */
export const alertsFireWhenItGetsWorse: Check<TestedModel> = {
  id: worseCheck,
  why: "An alert with a band, such as below 45 and above 40, resolves when things get much worse: whoever was woken thinks that it is over. Each alert is tried at ten times what its scenario gives at firing, as far as the unit goes.",
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
  },
};
