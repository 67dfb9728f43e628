import type { ChangeKind } from "../../change.ts";
import { ofAlert, ofRecording } from "../../subjects.ts";

export const groupMoved: ChangeKind = {
  id: "group-moved",
  group: "when",
  says: "A rule stands in another group or file.",
  *find({ alerts, recordings }) {
    for (const [pairs, subject] of [
      [alerts.pairs, ofAlert],
      [recordings.pairs, ofRecording],
    ] as const) {
      for (const { base, head } of pairs) {
        const isMoved = base.group !== head.group || base.place?.file !== head.place?.file;
        if (isMoved) yield { subject: subject(head), class: "none", text: "rule in another group or file" };
      }
    }
  },
};
