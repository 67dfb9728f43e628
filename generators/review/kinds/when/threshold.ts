import type { ChangeKind } from "../../change.ts";
import { effectOf, saidParts } from "../../effect.ts";
import { numberText } from "../../part-text.ts";
import { ofAlert } from "../../subjects.ts";

export const threshold: ChangeKind = {
  id: "threshold",
  group: "when",
  says: "A number of an alert's expression is another one, mostly that from which it fires.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      for (const part of saidParts(pair)) {
        if (part.kind !== "number") continue;
        const effect = effectOf(pair, numberText(part, pair.head.unit), part);
        yield { subject: ofAlert(pair.head), ...effect };
      }
    }
  },
};
