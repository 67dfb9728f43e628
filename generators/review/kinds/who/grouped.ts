import type { ChangeKind } from "../../change.ts";
import { sameReceivers } from "../../same-receivers.ts";
import { routingDecider } from "../../routed/decided-by.ts";
import type { Notified } from "../../version.ts";
import { ofAlert } from "../../subjects.ts";

export const grouped: ChangeKind = {
  id: "grouped",
  group: "who",
  says: "Alerts share a notification by other labels.",
  *find(comparison) {
    for (const pair of comparison.alerts.pairs) {
      for (const { base, head } of sameReceivers(pair)) {
        const [before, after] = [groupText(base), groupText(head)];
        if (before === after) continue;
        const text = `${head.receiver}: one notification for each ${after}, was ${before}`;
        yield { subject: ofAlert(pair.head), class: "sent", text, ...routingDecider(comparison, pair.head) };
      }
    }
  },
};

function groupText({ groupedBy }: Notified): string {
  if (groupedBy === "all") return "alert";
  return groupedBy.length === 0 ? "route" : groupedBy.join(", ");
}
