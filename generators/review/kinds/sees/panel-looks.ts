import { listed } from "../../../text/listed.ts";
import type { ChangeKind } from "../../change.ts";
import { changedFacts, factText, type ChangedFact } from "../../changed-facts.ts";
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
      if (changed.length === 0) continue;
      yield { subject: ofPanel(head), class: "seen", text: changed.map(lookText).join("; ") };
    }
  },
};

/** Of thresholds, only those that are others: `red from 25%, was red from 20%`. */
function lookText(fact: ChangedFact): string {
  const [before, after] = [fact.base, fact.head].map((text) => text?.split(", ") ?? []);
  if (fact.name !== "thresholds" || !before || !after) return factText(fact);
  const gained = after.filter((step) => !before.includes(step));
  const lost = before.filter((step) => !after.includes(step));
  if (gained.length === 0 || lost.length === 0) return factText(fact);
  return `${listed(gained)}, was ${listed(lost)}`;
}
