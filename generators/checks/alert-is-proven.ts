import type { Check, Finding } from "../check.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { templateMistake } from "../text/template-mistake.ts";

/** Every alert has a scenario from which tests can be made: promtool then proves that it fires when it should. */
export const alertIsProven: Check<TestedModel> = {
  id: "alert-is-proven",
  *find({ ruleTests }: TestedModel): Iterable<Finding> {
    for (const { rule, complaints } of ruleTests) {
      if (rule.kind !== "alert") continue;
      // `annotations-are-templates` says what is wrong with them, and nobody can work out what they would say.
      if (Object.values(rule.annotations).some((text) => templateMistake(text) !== undefined)) continue;
      for (const { message, fix, place = rule.place } of complaints) {
        yield { definition: rule, place, message: `alert "${rule.name}" ${message}`, fix };
      }
    }
  },
};
