import type { ChangeKind } from "../../change.ts";
import type { AlertPair } from "../../comparison.ts";
import type { PlayedPair, Side } from "../../played.ts";
import { ofAlert } from "../../subjects.ts";
import { timeText } from "../../time-text.ts";

export const notifiedAfter: ChangeKind = {
  id: "notified-after",
  group: "when",
  says: "Somebody is notified of an alert after another time, at the latest.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      const [before, after] = [latestOf(pair, "base"), latestOf(pair, "head")];
      if (before === undefined || after === undefined || before === after) continue;
      yield {
        subject: ofAlert(pair.head),
        class: "sent",
        text: `notified at the latest after ${timeText(after)}, was ${timeText(before)}`,
      };
    }
  },
};

/** Of the receiver that is notified first; from the first bad sample where both versions fire on what their own scenarios play. */
function latestOf({ played, ...pair }: AlertPair, side: Side): number | undefined {
  const times = played && firesOnItsOwn(played) ? played.times[side] : [];
  const latest = (times.length > 0 ? times : (pair[side].notified ?? [])).map(({ latestMs }) => latestMs);
  return latest.length === 0 ? undefined : Math.min(...latest);
}

function firesOnItsOwn({ scenarios, times }: PlayedPair): boolean {
  const isPaged = times.base.length > 0 && times.head.length > 0;
  return isPaged && scenarios.every(({ of, outcomes }) => outcomes[of].kind === "fires");
}
