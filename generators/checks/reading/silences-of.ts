import type { AlertModel } from "../../model/rule-model.ts";
import type { Silence } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { brokenRules } from "./expressions-of.ts";

/** An alert that is silent though nobody would expect it to be, and in which of its scenarios. */
export interface SilentAlert {
  readonly alert: AlertModel;
  /** `its scenario`, `its scenario 2` */
  readonly scenario: string;
}

/**
 * The alerts that are silent when this happens. What could not be worked out is taken for silent where its author says that it is
 * meant so: the rule test then shows it.
 */
export function* silencesOf(model: TestedModel, when: Silence["when"], check: string): Iterable<SilentAlert> {
  const broken = brokenRules(model);
  for (const { rule, silences, contradictions, complaints } of model.ruleTests) {
    if (rule.kind !== "alert" || broken.has(rule) || complaints.length > 0) continue;
    // One that does not do what its scenario says is another check's.
    if (rule.allow["alerts-have-a-rule-test"] !== undefined || contradictions.some(Boolean)) continue;
    const isMeant = rule.allow[check] !== undefined;
    for (const [index, own] of silences.entries()) {
      const silence = own.find((one) => one.when === when);
      if (!silence || !(silence.isSure || isMeant)) continue;
      yield { alert: rule, scenario: silences.length > 1 ? `its scenario ${index + 1}` : "its scenario" };
    }
  }
}
