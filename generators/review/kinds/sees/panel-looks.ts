import type { ChangeKind } from "../../change.ts";
import { changedFacts, factTexts } from "../../changed-facts.ts";
import { ofPanel } from "../../subjects.ts";

export const panelLooks: ChangeKind = {
  id: "panel-looks",
  group: "sees",
  says: "A panel shows the same otherwise: another kind, unit, threshold or legend.",
  *find({ panels }) {
    for (const { base, head } of panels.pairs) {
      const changed = changedFacts({ base: base.facts, head: head.facts }).filter(
        ({ name }) => name !== "description",
      );
      if (changed.length > 0) yield { subject: ofPanel(head), class: "seen", text: factTexts(changed) };
    }
  },
};
