import type { ChangeKind } from "../../change.ts";
import { effectOf } from "../../effect.ts";
import { matchersText } from "../../part-text.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofAlert } from "../../subjects.ts";

export const matchers: ChangeKind = {
  id: "matchers",
  group: "when",
  says: "An alert looks at other series of the same metric.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (isRebuilt(pair)) continue;
      const texts = pair.parts.flatMap((part) => (part.kind === "matchers" ? [matchersText(part)] : []));
      // Several selectors that change together have one effect, and often one text.
      const text = [...new Set(texts)].join("; ");
      if (text !== "") yield { subject: ofAlert(pair.head), ...effectOf(pair, text) };
    }
  },
};
