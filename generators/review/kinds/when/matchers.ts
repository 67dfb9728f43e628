import type { ChangeKind } from "../../change.ts";
import { effectOf, saidParts } from "../../effect.ts";
import { matchersText } from "../../part-text.ts";
import { ofAlert } from "../../subjects.ts";

export const matchers: ChangeKind = {
  id: "matchers",
  group: "when",
  says: "An alert looks at other series of the same metric.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      for (const part of saidParts(pair)) {
        if (part.kind !== "matchers") continue;
        yield { subject: ofAlert(pair.head), ...effectOf(pair, matchersText(part), part) };
      }
    }
  },
};
