import type { ChangeKind } from "../../change.ts";
import { ofPanel } from "../../subjects.ts";

export const panelDescribed: ChangeKind = {
  id: "panel-described",
  group: "sees",
  says: "The description of a panel is worded otherwise.",
  *find({ panels }) {
    for (const { base, head } of panels.pairs) {
      const isReworded = base.facts["description"] !== head.facts["description"];
      if (isReworded) yield { subject: ofPanel(head), class: "none", text: "description reworded" };
    }
  },
};
