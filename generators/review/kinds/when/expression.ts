import type { ChangeKind } from "../../change.ts";
import { effectOf, saidParts } from "../../effect.ts";
import { bothForms } from "../../part-text.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofAlert } from "../../subjects.ts";

export const expression: ChangeKind = {
  id: "expression",
  group: "when",
  says: "An expression is built otherwise: both versions, with what differs marked.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (!isRebuilt(pair)) continue;
      const effect = effectOf(pair, "another expression", saidParts(pair)[0]);
      yield { subject: ofAlert(pair.head), ...effect, shown: bothForms(pair, pair.parts) };
    }
  },
};
