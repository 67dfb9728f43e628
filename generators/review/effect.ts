import { groupBy } from "../group-by.ts";
import { listed } from "../text/listed.ts";
import type { Change } from "./change.ts";
import type { ChangeClass } from "./change-class.ts";
import type { AlertPair } from "./comparison.ts";
import type { PartChange } from "./expression-change.ts";
import { identityChange } from "./identity-change.ts";
import { isRounded } from "./order/rules/scales.ts";
import type { Ordered } from "./order/order.ts";
import { otherNames } from "./other-names.ts";
import { caseText } from "./trials/case-text.ts";
import { alikeText, playedClass, witnessText } from "./witness.ts";

type Effect = Pick<Change, "class" | "text" | "said" | "decider">;

/**
 * What the change of an expression comes to, and how that is known: what follows from both expressions, else what was seen when both
 * versions were played or evaluated, else nobody can say. It is known of all that changed at once, so the last sentence of several says it.
 *
 * @param text what is changed
 * @param part the part that it is said of; left out: what the expression rests on
 */
export function effectOf(pair: AlertPair, text: string, part?: PartChange): Effect {
  const { reads, text: come, shown = "", ...known } = knownEffect(pair);
  const said = saidParts(pair);
  if (said.at(-1) !== part) return { class: known.class, text };
  if (reads !== undefined) return { ...known, text: reads };
  const together = said.length > 1 ? "; together: " : ": ";
  const whole = come === undefined ? text : `${text}${together}${come}`;
  if (shown === "") return { ...known, text: whole };
  return {
    ...known,
    text: come === undefined ? `${whole}${together}${shown}` : `${whole}${shown}`,
    said: whole,
  };
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

interface KnownEffect extends Pick<Change, "class" | "decider"> {
  /** What comes of it, in words that stay the same whatever is seen of it. */
  readonly text?: string;
  /** A case on which it was seen, or that none was. */
  readonly shown?: string;
  /** Says all of it, in the place of what is changed. */
  readonly reads?: string;
}

function knownEffect(pair: AlertPair): KnownEffect {
  const { played } = pair;
  const claim = claimOf(pair);
  const follows = claim && classes[claim];
  const decided = follows ?? playedClass(played) ?? "unknown";
  const witness = played && witnessText(played);
  if (witness !== undefined) return { class: decided, text: witness, decider: "cross play" };
  const alike = played && alikeText(played);
  // What follows is only that it cannot be the other way round.
  if (claim && claim !== "the same" && alike !== undefined)
    return { class: classes[claim], text: `${bounds[claim]}; ${alike}`, decider: "order" };
  if (claim) return claimed(pair, claim);
  if (alike !== undefined) return { class: decided, text: alike, decider: "cross play" };
  if (decided !== "unknown") return { class: decided, decider: "cross play" };
  return readOff(pair) ?? triedEffect(pair);
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

/** A claim with a case on which the versions differ, where one was found. */
function claimed({ ordered, tried }: AlertPair, claim: Claim): KnownEffect {
  const rounded = ordered && isRounded(ordered) ? ", but for the last digits" : "";
  const assumes = ordered?.assumes ?? [];
  const never = `${assumes.length === 1 ? "is" : "are"} never below 0`;
  const assumed = assumes.length === 0 ? "" : `, as long as ${listed(assumes)} ${never}`;
  const known = { class: classes[claim], text: `${effects[claim]}${rounded}${assumed}` };
  const found = claim === "less" ? tried?.less : claim === "more" ? tried?.more : undefined;
  if (found) return { ...known, shown: `: ${caseText(found)}`, decider: "order, random series" };
  const isUnseen = tried !== undefined && claim !== "the same";
  return { ...known, shown: isUnseen ? "; no series were found on which it does" : "", decider: "order" };
}

/** What nobody needs to evaluate: it reads another metric, or gives other labels. */
function readOff(pair: AlertPair): KnownEffect | undefined {
  const names = otherNames(pair).map(({ base, head }) => `${head}, was ${base}`);
  if (names.length > 0)
    return {
      class: "reads",
      reads: `reads ${names.join("; ")}, and is the same besides`,
      decider: undefined,
    };
  const identity = identityChange(pair);
  return identity === undefined ? undefined : { class: "identity", text: identity, decider: undefined };
}

/** What was seen on random series: of what fires both more and less a case for each, of all else nothing is sure. */
function triedEffect({ tried }: AlertPair): KnownEffect {
  const { less, more } = tried ?? {};
  if (less && more) {
    return {
      class: "differently",
      shown: `${caseText(less)}; ${caseText(more)}`,
      decider: "random series",
    };
  }
  const found = less ?? more;
  const shown = found ? `${caseText(found)}; whether the reverse can be is not known` : "";
  return { class: "unknown", shown, decider: undefined };
}
