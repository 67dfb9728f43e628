import { groupBy } from "../group-by.ts";
import type { Change } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import type { AlertPair } from "./comparison.ts";
import type { PartChange } from "./expression-change.ts";
import type { Ordered } from "./order/order.ts";
import { alikeText, playedClass, witnessText } from "./witness.ts";

type Effect = Pick<Change, "class" | "text" | "decider">;

/**
 * What the change of an expression comes to, and how that is known: what follows from both expressions, else what was seen when both
 * versions were played, else nobody can say. It is known of all that changed at once, so the last sentence of several says it.
 *
 * @param text what is changed
 * @param part the part that it is said of; left out: what the expression rests on
 */
export function effectOf(pair: AlertPair, text: string, part?: PartChange): Effect {
  const known = knownEffect(pair);
  const said = saidParts(pair);
  if (said.at(-1) !== part) return { class: known.class, text };
  const together = said.length > 1 ? "; together: " : ": ";
  return { ...known, text: known.text === undefined ? text : `${text}${together}${known.text}` };
}

/** What all that changed of the expression comes to. */
export function effectClass(pair: AlertPair): ChangeClass {
  return knownEffect(pair).class;
}

/**
 * The parts of which a sentence says what comes of them, in the order of the sentences; what changed alike in several places is one. Of an
 * expression that was rebuilt one says all.
 */
export function saidParts({ parts }: Pick<AlertPair, "parts">): PartChange[] {
  const rebuilt = parts.find(({ kind }) => kind === "rebuilt");
  if (rebuilt) return [rebuilt];
  // Both sides of a ratio are grouped alike: that is the grouping of what fires.
  const ofResult = parts.flatMap((part) => (part.kind === "grouping" && part.isOfResult ? [part.head] : []));
  const isSaid = (part: PartChange) => part.kind !== "grouping" || !ofResult.includes(part.head);
  const alike = groupBy(parts.filter(isSaid), ({ path, ...part }) => JSON.stringify(part));
  const each = [...alike.values()].flatMap(([first]) => first ?? []);
  return each.toSorted((a, b) => sentences.indexOf(a.kind) - sentences.indexOf(b.kind));
}

/** As the kinds of changes follow each other. */
const sentences: readonly PartChange["kind"][] = ["number", "matchers", "window", "grouping", "rebuilt"];

function knownEffect(pair: AlertPair): Pick<Change, "class" | "decider"> & { readonly text?: string } {
  const { played } = pair;
  const claim = claimOf(pair);
  const follows = claim && classes[claim];
  const decided = follows ?? playedClass(played) ?? "unknown";
  const witness = played && witnessText(played);
  if (witness !== undefined) return { class: decided, text: witness, decider: "cross play" };
  const alike = played && alikeText(played);
  if (claim && follows) {
    // What follows is only that it cannot be the other way round.
    const isBound = claim !== "the same" && alike !== undefined;
    const text = isBound ? `${bounds[claim]}; ${alike}` : effects[claim];
    return { class: follows, text, decider: "order" };
  }
  if (alike !== undefined) return { class: decided, text: alike, decider: "cross play" };
  return { class: decided, decider: decided === "unknown" ? undefined : "cross play" };
}

/** What an alert does when its expression is the second one, if nothing else of it changes. */
export type Claim = Ordered["fires"];

/** What follows from both expressions alone. */
export function claimOf({ ordered }: AlertPair): Claim | undefined {
  return ordered?.fires;
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

const bounds: Readonly<Record<Exclude<Claim, "the same">, string>> = {
  less: "it fires at nothing new",
  more: "it fires at all that it did",
};
