import type { ChangeKind } from "../../change.ts";
import { ofPanel } from "../../subjects.ts";

export const panelAdded: ChangeKind = {
  id: "panel-added",
  group: "sees",
  says: "A panel is new.",
  *find({ panels }) {
    for (const panel of panels.added) yield { subject: ofPanel(panel), class: "seen", text: "new" };
  },
};
