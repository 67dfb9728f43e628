import type { AlertPair, Comparison } from "./comparison.ts";
import { claimOf, type Claim } from "./effect.ts";
import { playedClass, witnessText } from "./witness.ts";

/**
 * Sentences about what was played and cannot be, if what is claimed of the expressions holds: a mistake of ours, which nobody may take for
 * a review.
 */
export function contradictionsIn({ alerts }: Comparison): string[] {
  return alerts.pairs.flatMap((pair) => {
    const claim = claimOf(pair);
    const seen = playedClass(pair.played);
    if (!claim || !seen || !isSameBesides(pair) || possible[claim].includes(seen)) return [];
    const witness = pair.played && witnessText(pair.played);
    const shown = witness === undefined ? "" : `: ${witness}`;
    return `${pair.head.name} is said to fire ${words[claim]}, and was played to fire ${seen}${shown}`;
  });
}

/** What can be seen of it when both versions are played. */
const possible: Readonly<Record<Claim, readonly string[]>> = {
  less: ["less"],
  more: ["more"],
  "the same": [],
};

const words: Readonly<Record<Claim, string>> = { less: "less", more: "more", "the same": "as before" };

/** What is claimed of expressions says nothing of how long they must hold. */
function isSameBesides({ base, head }: AlertPair): boolean {
  return (["forMs", "keepFiringForMs", "everyMs"] as const).every((time) => base[time] === head[time]);
}
