import type { ChangeKind } from "../../change.ts";
import { notifiedText } from "../../notified-text.ts";
import { ofAlert } from "../../subjects.ts";

export const receivers: ChangeKind = {
  id: "receivers",
  group: "who",
  says: "Other receivers are notified of an alert, or at other hours.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      if (!base.notified || !head.notified) continue;
      const [before, after] = [notifiedText(base.notified), notifiedText(head.notified)];
      if (before === after) continue;
      const text = `${before} → ${after}`;
      yield { subject: ofAlert(head), class: "woken", text, decider: "routing tables" };
    }
  },
};
