import type { Check, Finding } from "../../check.ts";
import type { SloModel } from "../../model/slo-model.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { brokenRules } from "../reading/expressions-of.ts";
import { templateMistake } from "../../text/template-mistake.ts";

/** Every alert has a scenario from which tests can be made: promtool then proves that it fires when it should. */
export const alertsHaveARuleTest: Check<TestedModel> = {
  id: "alerts-have-a-rule-test",
  why: "An alert that has never fired in a test may never fire at all: a wrong unit or a wrong label shows only in the incident. promtool runs each rule against made-up series, and checks that it fires.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 3 }),
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  scenario: runs(orders.where({ channel: "web" }), { ok: 3, limit: 5, firing: 6 }),
});
`,
  *find(model: TestedModel): Iterable<Finding> {
    const { ruleTests, slos } = model;
    const broken = brokenRules(model);
    const pointless = new Set(slos.filter(hasNoBudget).flatMap((slo) => slo.alerts));
    for (const { rule, complaints } of ruleTests) {
      if (rule.kind !== "alert" || pointless.has(rule.name) || broken.has(rule)) continue;
      // `annotations-are-templates` says what is wrong with them, and nobody can work out what they would say.
      if (Object.values(rule.annotations).some((text) => templateMistake(text) !== undefined)) continue;
      for (const { message, place = rule.place, ...how } of complaints) {
        yield { definition: rule, place, message: `alert "${rule.name}" ${message}`, ...how };
      }
    }
  },
};

/** `objectives-leave-a-budget` says so, once: no series makes the alerts of such an SLO fire, or all of them do. */
function hasNoBudget({ budget, allow }: SloModel): boolean {
  return (budget <= 0 || budget >= 1) && allow?.["objectives-leave-a-budget"] === undefined;
}
