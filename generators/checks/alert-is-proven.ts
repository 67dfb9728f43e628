import type { Check, Finding } from "../check.ts";
import type { ProvenModel } from "../rule-tests/proven-model.ts";
import { templateMistake } from "../text/template-mistake.ts";

/** Every alert has a scenario from which tests can be made: promtool then proves that it fires when it should. */
export const alertIsProven: Check<ProvenModel> = {
  id: "alert-is-proven",
  *find({ proofs }: ProvenModel): Iterable<Finding> {
    for (const { rule, complaints } of proofs) {
      if (rule.kind !== "alert") continue;
      // `annotations-are-templates` says what is wrong with them, and nobody can work out what they would say.
      if (Object.values(rule.annotations).some((text) => templateMistake(text) !== undefined)) continue;
      for (const { message, fix, place = rule.place } of complaints) {
        yield { definition: rule, place, message: `alert "${rule.name}" ${message}`, fix };
      }
    }
  },
};
