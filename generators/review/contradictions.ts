import type { AlertPair, Comparison } from "./comparison.ts";
import { claimOf, type Claim } from "./effect.ts";
import { caseText } from "./trials/case-text.ts";
import { playedClass, witnessText } from "./witness.ts";

/**
 * Sentences about what was played and cannot be, if what is claimed of the expressions holds: a mistake of ours, which nobody may take for
 * a review.
 */
export function contradictionsIn({ alerts }: Comparison): string[] {
  return alerts.pairs.flatMap((pair) => {
    const claim = claimOf(pair);
    return claim ? [...contradictedByPlay(pair, claim), ...contradictedByTrial(pair, claim)] : [];
  });
}

function contradictedByPlay(pair: AlertPair, claim: Claim): string[] {
  const seen = playedClass(pair.played);
  if (!seen || !isSameBesides(pair) || possible[claim].includes(seen)) return [];
  const witness = pair.played && witnessText(pair.played);
  const shown = witness === undefined ? "" : `: ${witness}`;
  return [`${pair.head.name} is said to fire ${words[claim]}, and was played to fire ${seen}${shown}`];
}

function contradictedByTrial({ head, tried }: AlertPair, claim: Claim): string[] {
  if (!tried) return [];
  const { less, more, other } = tried;
  const impossible = [...(claim === "less" ? [] : [less]), ...(claim === "more" ? [] : [more])];
  const wrong = impossible.find((one) => one !== undefined);
  const said = `${head.name} is said to fire ${words[claim]}`;
  if (wrong) return [`${said}: ${caseText(wrong)}`];
  if (!other) return [];
  return [`${said}, and other series fire: ${other.only.base.join()} before, ${other.only.head.join()} now`];
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
