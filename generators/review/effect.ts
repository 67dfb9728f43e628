import type { Change } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import type { AlertPair } from "./comparison.ts";
import type { Ordered } from "./order/order.ts";
import { playedClass, witnessText } from "./witness.ts";

/**
 * What the change of an expression comes to, and how that is known: what follows from both expressions, else what was seen when both
 * versions were played, else nobody can say.
 *
 * @param text what is changed
 */
export function effectOf(pair: AlertPair, text: string): Pick<Change, "class" | "text" | "decider"> {
  const { played } = pair;
  const claim = claimOf(pair);
  const follows = claim && classes[claim];
  const witness = played && witnessText(played);
  const decided = follows ?? playedClass(played) ?? "unknown";
  if (witness !== undefined) return { class: decided, text: `${text}: ${witness}`, decider: "cross play" };
  if (claim && follows) return { class: follows, text: `${text}: ${effects[claim]}`, decider: "order" };
  return { class: decided, text, decider: decided === "unknown" ? undefined : "cross play" };
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
