import type { ChangeKind } from "../../change.ts";
import { effectOf } from "../../effect.ts";
import { numberText } from "../../part-text.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofAlert } from "../../subjects.ts";

export const threshold: ChangeKind = {
  id: "threshold",
  group: "when",
  says: "A number of an alert's expression is another one, mostly that from which it fires.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (isRebuilt(pair)) continue;
      for (const part of pair.parts) {
        if (part.kind !== "number") continue;
        const effect = effectOf(pair, numberText(part, pair.head.unit), part);
        yield { subject: ofAlert(pair.head), ...effect };
      }
    }
  },
};
