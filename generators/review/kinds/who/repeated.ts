import type { ChangeKind } from "../../change.ts";
import { sameReceivers } from "../../same-receivers.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const repeated: ChangeKind = {
  id: "repeated",
  group: "who",
  says: "An alert that goes on is sent again after another time.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      for (const { base, head } of sameReceivers(pair)) {
        if (base.againAfterMs === head.againAfterMs) continue;
        const text = `${head.receiver}: again after ${timeText(head.againAfterMs)}, was ${timeText(base.againAfterMs)}`;
        yield { subject: ofAlert(pair.head), class: "sent", text, decider: "routing tables" };
      }
    }
  },
};
