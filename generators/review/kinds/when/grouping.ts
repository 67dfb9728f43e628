import type { Change, ChangeKind } from "../../change.ts";
import { effectOf, saidParts } from "../../effect.ts";
import type { AlertPair } from "../../comparison.ts";
import type { PartChange } from "../../expression-change.ts";
import { isRebuilt } from "../../rebuilt.ts";
import { ofAlert } from "../../subjects.ts";
import { identityText } from "../../witness.ts";

export const grouping: ChangeKind = {
  id: "grouping",
  group: "when",
  says: "What fires has other labels, or is put together from other series.",
  *find({ alerts }) {
    for (const pair of alerts.pairs) {
      if (isRebuilt(pair)) continue;
      const ofResult = pair.parts.find((part) => part.kind === "grouping" && part.isOfResult);
      for (const part of [...(ofResult ? [ofResult] : []), ...saidParts(pair)]) {
        if (part.kind !== "grouping") continue;
        for (const change of said(part, pair)) yield { subject: ofAlert(pair.head), ...change };
      }
    }
  },
};

type Said = Omit<Change, "subject">;

function said(part: Extract<PartChange, { readonly kind: "grouping" }>, pair: AlertPair): Said[] {
  if (!part.isOfResult) return [effectOf(pair, `put together ${part.head}, was ${part.base}`, part)];
  const shown = pair.played && identityText(pair.played);
  const another: Said = {
    class: "identity",
    text: `one alert ${part.head}, was ${part.base}: open alerts resolve and fire anew${shown === undefined ? "" : `; ${shown}`}`,
    decider: shown === undefined ? undefined : "cross play",
  };
  // Other series in one sum are another value, which no other sentence says then.
  const isSaid = saidParts(pair).length > 0 || pair.changedBelow.length > 0;
  const effect = effectOf(pair, "what is put together is another value");
  const isMore = !isSaid && !["unknown", "none", "identity"].includes(effect.class);
  return isMore ? [another, effect] : [another];
}
