import type { Change, ChangeKind } from "../../change.ts";
import { effectOf } from "../../effect.ts";
import type { AlertPair } from "../../comparison.ts";
import type { PartChange } from "../../expression-change.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofAlert } from "../../subjects.ts";

export const grouping: ChangeKind = {
  id: "grouping",
  group: "when",
  says: "What fires has other labels, or is put together from other series.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (isRebuilt(pair)) continue;
      for (const part of pair.parts) {
        if (part.kind === "grouping") yield { subject: ofAlert(pair.head), ...said(part, pair) };
      }
    }
  },
};

function said(
  part: Extract<PartChange, { readonly kind: "grouping" }>,
  pair: AlertPair,
): Omit<Change, "subject"> {
  if (!part.isOfResult) return effectOf(pair, `put together ${part.head}, was ${part.base}`);
  return {
    class: "identity",
    text: `one alert ${part.head}, was ${part.base}: open alerts resolve and fire anew`,
  };
}
