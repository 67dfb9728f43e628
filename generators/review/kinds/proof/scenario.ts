import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";

export const scenario: ChangeKind = {
  id: "scenario",
  group: "proof",
  says: "What the rule test of a rule plays is something else: the proof was moved with the rule.",
  *find({ alerts, recordings }) {
    for (const [pairs, subject] of [
      [alerts.pairs, ofAlert],
      [recordings.pairs, ofRecording],
    ] as const) {
      for (const { base, head } of pairs) {
        const changed = changedFacts({ base: base.scenario, head: head.scenario });
        if (changed.length === 0) continue;
        yield { subject: subject(head), class: "proof", text: `its rule test plays ${factTexts(changed)}` };
      }
    }
  },
};
