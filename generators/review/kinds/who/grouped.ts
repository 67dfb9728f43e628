import type { ChangeKind } from "../../change.ts";
import { sameReceivers } from "../../same-receivers.ts";
import { ofAlert } from "../../subjects.ts";

export const grouped: ChangeKind = {
  id: "grouped",
  group: "who",
  says: "Alerts share a notification by other labels.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      for (const { base, head } of sameReceivers(pair)) {
        if (base.groupedBy === head.groupedBy) continue;
        const text = `${head.receiver}: one notification for each ${head.groupedBy}, was ${base.groupedBy}`;
        yield { subject: ofAlert(pair.head), class: "sent", text, decider: "routing tables" };
      }
    }
  },
};
