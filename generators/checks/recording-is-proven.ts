import type { Check, Finding } from "../check.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";

/** Every recording has an example of its value: promtool then proves that it has it. */
export const recordingIsProven: Check<TestedModel> = {
  id: "recording-is-proven",
  *find({ ruleTests }: TestedModel): Iterable<Finding> {
    for (const { rule, complaints } of ruleTests) {
      if (rule.kind !== "recording") continue;
      for (const { message, fix, place = rule.place } of complaints) {
        yield { definition: rule, place, message: `recording "${rule.name}" ${message}`, fix };
      }
    }
  },
};
