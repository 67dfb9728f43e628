import type { ChangeKind } from "../../change.ts";
import { ofPanel } from "../../subjects.ts";

export const panelRemoved: ChangeKind = {
  id: "panel-removed",
  group: "sees",
  says: "A panel is gone.",
  *find({ panels }) {
    for (const panel of panels.removed) yield { subject: ofPanel(panel), class: "seen", text: "removed" };
  },
};
