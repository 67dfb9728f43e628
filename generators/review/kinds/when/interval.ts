import type { ChangeKind } from "../../change.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const interval: ChangeKind = {
  id: "interval",
  group: "when",
  says: "An alert is evaluated more or less often.",
  *find({ alerts }) {
    for (const { base, head } of alerts.pairs) {
      if (base.everyMs === head.everyMs) continue;
      const text = (ms: number | undefined) =>
        ms === undefined ? "as Prometheus is configured" : `every ${timeText(ms)}`;
      const isSlower = (head.everyMs ?? 0) > (base.everyMs ?? Infinity);
      const isFaster = (head.everyMs ?? Infinity) < (base.everyMs ?? 0);
      yield {
        subject: ofAlert(head),
        class: isSlower ? "later" : isFaster ? "sooner" : "unknown",
        text: `evaluated ${text(head.everyMs)}, was ${text(base.everyMs)}`,
      };
    }
  },
};
