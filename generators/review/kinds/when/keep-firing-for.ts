import type { ChangeKind } from "../../change.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const keepFiringFor: ChangeKind = {
  id: "keep-firing-for",
  group: "when",
  says: "An alert goes on firing for another time after its condition has ended.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      const [before, after] = [base.keepFiringForMs, head.keepFiringForMs];
      if (before === after) continue;
      yield {
        subject: ofAlert(head),
        class: after > before ? "longer" : "shorter",
        text: `fires on for ${timeText(after)} after it has ended, was ${timeText(before)}`,
      };
    }
  },
};
