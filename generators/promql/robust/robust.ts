import type { Allowances } from "../../language/allow.ts";
import { print, type Printed } from "../print.ts";
import { replaceNodes } from "../rewrite.ts";
import { withKnownLabels } from "./added-labels.ts";
import { type Birth, birthsIn } from "./births.ts";
import { bridged, countedIn, type Gap, gapsIn, lastValuesIn, type PlacedGap } from "./gaps.ts";
import type { Scrapes } from "./scrapes.ts";

/** An expression as it is deployed: what its author wrote, made to hold where series are born and scrapes fail. */
export interface Robust extends Printed {
  /** Growth that is heard from the first sample of a series on, and growth that is not. */
  readonly births: readonly Birth[];
  readonly unheard: readonly Birth[];
  /** Values that outlast one failed scrape, and values that do not. */
  readonly gaps: readonly Gap[];
  readonly unbridged: readonly Gap[];
  /** Values that outlast one because their author reads the last ones. */
  readonly standing: readonly Gap[];
}

/** The rule that an expression belongs to. */
export interface RobustRule {
  /** How long its condition must hold: what holds for no time need not outlast a scrape, and a recording holds nothing. */
  readonly forMs: number;
  readonly allow: Allowances;
  /** Left out: as it should be. */
  readonly change?: RobustChange;
}

/** What can be wrong with how an expression is made robust; mutants are. */
export interface RobustChange {
  /** False: births are not heard. */
  readonly births?: false;
  /** How many times as long as it should a value stands for the next one; 0: not at all. */
  readonly tolerance?: number;
  /** False: last values stand beside the series that follow theirs. */
  readonly following?: false;
  /** False: what is recorded is joined with whatever labels it has. */
  readonly labels?: false;
}

/** The ids of the checks; an allowance for one leaves the expression as it is written. */
export const birthsAreHeard = "births-are-heard";
export const gapsAreBridged = "gaps-are-bridged";
export const joinsBearAddedLabels = "joins-bear-added-labels";

/** An expression that stays as it is written. */
export function asWritten({ node, expr }: Printed): Robust {
  return { node, expr, births: [], unheard: [], gaps: [], unbridged: [], standing: [] };
}

/** An expression that holds whatever labels are added to what is recorded, and is otherwise as it is written. */
export function bearingLabels<E extends Printed>(
  written: E,
  { allow, change }: Pick<RobustRule, "allow" | "change">,
  scrapes: Scrapes,
): E {
  if (allow[joinsBearAddedLabels] !== undefined || change?.labels === false) return written;
  const node = withKnownLabels(written.node, scrapes);
  const printed = print(node);
  return printed.expr === print(written.node).expr ? written : { ...written, ...printed };
}

/** Makes the expression of a rule robust; what cannot be read stays as it is. */
export function robust(written: Printed, rule: RobustRule, scrapes: Scrapes): Robust {
  const { node, expr } = written;
  const births = birthsIn(node, scrapes);
  const { births: isWanted = true, tolerance = 1 } = rule.change ?? {};
  const gaps = rule.forMs > 0 ? gapsIn(node, scrapes).map((one) => lasting(one, rule.change ?? {})) : [];
  // One moment less is counted for as long as the window is, however long the condition must hold.
  const counted = countedIn(node, scrapes);
  const last = rule.forMs > 0 ? lastValuesIn(node, scrapes) : [];
  const brief = last.filter(({ outlasts }) => !outlasts).map(({ gap }) => gap);
  const isHeard = isWanted && rule.allow[birthsAreHeard] === undefined;
  const isAllowed = rule.allow[gapsAreBridged] !== undefined;
  const isBridged = tolerance > 0 && !isAllowed;
  const heard = isHeard ? births.filter((one) => one.heard !== undefined) : [];
  const replaced = [
    ...heard.flatMap(({ call, heard: instead }) => (instead ? [{ path: call.path, node: instead }] : [])),
    ...(isBridged ? gaps.map((one) => ({ path: one.place.path, node: bridged(one) })) : []),
  ];
  const made = replaced.length === 0 ? { node, expr } : print(replaceNodes(node, replaced));
  return {
    ...bearingLabels(made, rule, scrapes),
    births: heard.map(({ birth }) => birth),
    unheard: births.filter((one) => !heard.includes(one)).map(({ birth }) => birth),
    gaps: isBridged ? gaps.map(({ gap }) => gap) : [],
    unbridged: [...(isBridged ? [] : gaps.map(({ gap }) => gap)), ...brief, ...counted],
    standing: isAllowed ? [] : last.filter(({ outlasts }) => outlasts).map(({ gap }) => gap),
  };
}

function lasting({ gap, place }: PlacedGap, { tolerance = 1, following }: RobustChange): PlacedGap {
  const { following: by, ...beside } = gap;
  const placed = by === undefined || following === false ? beside : gap;
  return { gap: { ...placed, toleranceMs: tolerance * gap.toleranceMs }, place };
}
