import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { ofAlert } from "../../subjects.ts";

export const labels: ChangeKind = {
  id: "labels",
  group: "says",
  says: "A rule adds other labels than the severity: what is open resolves and fires anew.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      const changed = changedFacts({ base: base.labels, head: head.labels }).filter(
        ({ name }) => name !== "severity",
      );
      if (changed.length === 0) continue;
      const text = `labels: ${factTexts(changed)}: open alerts resolve and fire anew`;
      yield { subject: ofAlert(head), class: "identity", text };
    }
  },
};
