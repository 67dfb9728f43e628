import type { Check, Finding } from "../check.ts";
import type { ProvenModel } from "../rule-tests/proven-model.ts";

/** Every recording has an example of its value: promtool then proves that it has it. */
export const recordingIsProven: Check<ProvenModel> = {
  id: "recording-is-proven",
  *find({ proofs }: ProvenModel): Iterable<Finding> {
    for (const { rule, complaints } of proofs) {
      if (rule.kind !== "recording") continue;
      for (const { message, fix, place = rule.place } of complaints) {
        yield { definition: rule, place, message: `recording "${rule.name}" ${message}`, fix };
      }
    }
  },
};
