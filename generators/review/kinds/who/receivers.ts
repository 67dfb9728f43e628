import type { ChangeKind } from "../../change.ts";
import { otherwiseNotified } from "../../notified-text.ts";
import { routingDecider } from "../../routed/decided-by.ts";
import { ofAlert } from "../../subjects.ts";

export const receivers: ChangeKind = {
  id: "receivers",
  group: "who",
  says: "Other receivers are notified of an alert, or at other hours.",
  *find(comparison) {
    for (const { base, head } of comparison.alerts.pairs) {
      if (!base.notified || !head.notified) continue;
      const text = otherwiseNotified(base.notified, head.notified);
      if (text === undefined) continue;
      yield { subject: ofAlert(head), class: "woken", text, ...routingDecider(comparison, head) };
    }
  },
};
