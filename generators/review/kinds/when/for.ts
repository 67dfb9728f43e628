import type { ChangeKind } from "../../change.ts";
import type { PlayedPair } from "../../played.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const forChanged: ChangeKind = {
  id: "for",
  group: "when",
  says: "The condition must hold for another time before an alert fires.",
  *find({ alerts }) {
    for (const { base, head, played } of alerts.pairs) {
      const byMs = head.forMs - base.forMs;
      if (byMs === 0) continue;
      const how = `${timeText(Math.abs(byMs))} ${byMs > 0 ? "later" : "sooner"}`;
      yield {
        subject: ofAlert(head),
        class: byMs > 0 ? "later" : "sooner",
        text: `must hold for ${timeText(head.forMs)}, was ${timeText(base.forMs)}: fires ${how}`,
        decider: isSeen(played, byMs) ? "cross play" : undefined,
        byMs,
      };
    }
  },
};

/** Whether that is what both versions did when they were played. */
function isSeen(played: PlayedPair | undefined, byMs: number): boolean {
  return (played?.scenarios ?? []).some(({ outcomes: { base, head } }) => {
    return base.kind === "fires" && head.kind === "fires" && head.afterMs - base.afterMs === byMs;
  });
}
