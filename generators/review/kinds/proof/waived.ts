import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";

export const waived: ChangeKind = {
  id: "waived",
  group: "proof",
  says: "A mutant or a check of a rule is waived, or no longer, or for another reason.",
  *find({ alerts, recordings }) {
    for (const [pairs, subject] of [
      [alerts.pairs, ofAlert],
      [recordings.pairs, ofRecording],
    ] as const) {
      for (const { base, head } of pairs) {
        const changed = changedFacts({ base: base.waived, head: head.waived });
        if (changed.length === 0) continue;
        yield { subject: subject(head), class: "proof", text: `waived: ${factTexts(changed)}` };
      }
    }
  },
};
