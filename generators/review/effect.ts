import { listed } from "../text/listed.ts";
import type { Change } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import type { AlertPair } from "./comparison.ts";
import { identityChange } from "./identity-change.ts";
import { isRounded } from "./order/rules/scales.ts";
import type { Ordered } from "./order/order.ts";
import { otherNames } from "./other-names.ts";
import { caseText } from "./trials/case-text.ts";
import { playedClass, witnessText } from "./witness.ts";

type Effect = Pick<Change, "class" | "text" | "said" | "decider">;

/**
 * What the change of an expression comes to, and how that is known: what follows from both expressions, else what was seen when both
 * versions were played or evaluated, else nobody can say.
 *
 * @param text what is changed
 */
export function effectOf(pair: AlertPair, text: string): Effect {
  const claim = claimOf(pair);
  const seen = playedClass(pair.played);
  const witness = pair.played && witnessText(pair.played);
  if (witness !== undefined) {
    const decided = claim ? classes[claim] : (seen ?? "unknown");
    return { class: decided, text: `${text}: ${witness}`, decider: "cross play" };
  }
  if (claim) return claimed(pair, claim, text);
  if (seen) return { class: seen, text, decider: "cross play" };
  return readOff(pair, text) ?? triedEffect(pair, text);
}

/** What an alert does when its expression is the second one, if nothing else of it changes. */
export type Claim = Ordered["fires"];

/** What follows from both expressions alone: from the one part in which they differ, or from them as a whole. */
export function claimOf({ parts, changedBelow, ordered }: AlertPair): Claim | undefined {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0 || changedBelow.length > 0) return ordered?.fires;
  const ofPart =
    part.kind === "number" ? part.limit?.fires : part.kind === "matchers" ? part.fires : undefined;
  return ofPart ?? ordered?.fires;
}

const classes: Readonly<Record<Claim, ChangeClass>> = {
  less: "less",
  more: "more",
  "the same": "none",
};

const effects: Readonly<Record<Claim, string>> = {
  less: "it fires less",
  more: "it fires more",
  "the same": "it fires as before",
};

/** A claim with numbers on which the versions differ, where there are any. */
function claimed({ ordered, tried }: AlertPair, claim: Claim, text: string): Effect {
  const rounded = ordered && isRounded(ordered) ? ", but for the last digits" : "";
  const assumes = ordered?.assumes ?? [];
  const never = `${assumes.length === 1 ? "is" : "are"} never below 0`;
  const assumed = assumes.length === 0 ? "" : `, as long as ${listed(assumes)} ${never}`;
  const said = `${text}: ${effects[claim]}${rounded}${assumed}`;
  const found = claim === "less" ? tried?.less : claim === "more" ? tried?.more : undefined;
  const of = { class: classes[claim], said };
  if (found) return { ...of, text: `${said}: ${caseText(found)}`, decider: "order, random series" };
  const isUnseen = tried !== undefined && claim !== "the same";
  const unseen = isUnseen ? "; no series were found on which it does" : "";
  return { ...of, text: `${said}${unseen}`, decider: "order" };
}

/** What nobody needs to evaluate: it reads another metric, or gives other labels. */
function readOff(pair: AlertPair, text: string): Effect | undefined {
  const names = otherNames(pair).map(({ base, head }) => `${head}, was ${base}`);
  if (names.length > 0)
    return { class: "reads", text: `reads ${names.join("; ")}, and is the same besides`, decider: undefined };
  const identity = identityChange(pair);
  return identity === undefined
    ? undefined
    : { class: "identity", text: `${text}: ${identity}`, decider: undefined };
}

/** What was seen on random series: of what fires both more and less a case for each, of all else nothing is sure. */
function triedEffect({ tried }: AlertPair, text: string): Effect {
  const { less, more } = tried ?? {};
  if (less && more)
    return {
      class: "differently",
      text: `${text}: ${caseText(less)}; ${caseText(more)}`,
      said: text,
      decider: "random series",
    };
  const found = less ?? more;
  const seen = found ? `: ${caseText(found)}; whether the reverse can be is not known` : "";
  return { class: "unknown", text: `${text}${seen}`, said: text, decider: undefined };
}
