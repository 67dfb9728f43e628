import type { ChangeKind } from "../../change.ts";
import { effectOf, saidParts } from "../../effect.ts";
import { partText } from "../../part-text.ts";
import { ofAlert } from "../../subjects.ts";

export const window: ChangeKind = {
  id: "window",
  group: "when",
  says: "An alert looks back over another time.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      for (const part of saidParts(pair)) {
        const text = part.kind === "window" ? partText(part) : undefined;
        if (text !== undefined) yield { subject: ofAlert(pair.head), ...effectOf(pair, text, part) };
      }
    }
  },
};
