import type { Change } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import type { AlertPair } from "./comparison.ts";
import type { Ordered } from "./order/order.ts";
import { playedClass, witnessText } from "./witness.ts";

/**
 * What the change of an expression comes to, and how that is known: what follows from its form where that is all that changed, else what
 * follows from both expressions as a whole, else what was seen when both versions were played, else nobody can say.
 *
 * @param text what is changed
 * @param proven what follows from its form
 */
export function effectOf(
  { parts, changedBelow, ordered, played }: AlertPair,
  text: string,
  proven: ChangeClass | undefined,
): Pick<Change, "class" | "text" | "decider"> {
  const isAll = parts.length === 1 && changedBelow.length === 0;
  const follows = (isAll ? proven : undefined) ?? (ordered && classes[ordered.fires]);
  const witness = played && witnessText(played);
  const decided = follows ?? playedClass(played) ?? "unknown";
  if (witness !== undefined) return { class: decided, text: `${text}: ${witness}`, decider: "cross play" };
  if (follows) return { class: follows, text: `${text}: ${effects[follows]}`, decider: "order" };
  return { class: decided, text, decider: decided === "unknown" ? undefined : "cross play" };
}

const classes: Readonly<Record<Ordered["fires"], ChangeClass>> = {
  less: "less",
  more: "more",
  "the same": "none",
};

const effects: Partial<Readonly<Record<ChangeClass, string>>> = {
  less: "it fires less",
  more: "it fires more",
  none: "it fires as before",
};
