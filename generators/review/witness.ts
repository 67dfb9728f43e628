import { formatQuantity } from "../text/quantity.ts";
import type { ChangeClass } from "./change-class.ts";
import { listed } from "../text/listed.ts";
import type { BothSides, FiresFrom, PlayedOutcome, PlayedPair } from "./played.ts";
import { timeText } from "./time-text.ts";

/**
 * What was played on which the versions differ, with what each does: `7% fired after 6 min, is silent now`. Where each fires at something at
 * which the other is silent, a case for each.
 */
export function witnessText(played: PlayedPair): string | undefined {
  const all = casesIn(played);
  const plainest = oneOfEach(all);
  const isOneValue = new Set(plainest.map(({ what }) => what)).size < plainest.length;
  // One value in two scenarios: then only the scenarios tell them apart.
  const chosen = isOneValue ? oneOfEach(all.filter(({ isValue }) => !isValue)) : plainest;
  return chosen.length === 0 ? undefined : chosen.map(({ what, does }) => `${what} ${does}`).join("; ");
}

function oneOfEach(cases: readonly Case[]): Case[] {
  return (["less", "more"] as const).flatMap((fires) => cases.find((one) => one.fires === fires) ?? []);
}

/** What was played, and which version alone fires then. */
interface Case {
  readonly fires: "less" | "more";
  readonly what: string;
  readonly isValue: boolean;
  readonly does: string;
}

/** The plainest first: single values, then series that only one version looks at, then whole scenarios. */
function casesIn({ scenarios, apart }: PlayedPair): Case[] {
  return [
    ...scenarios.flatMap(({ witness, unit = "none" }) =>
      witness ? caseOf(formatQuantity(witness.value, unit), witness.outcomes, true) : [],
    ),
    ...apart.flatMap(({ having, outcomes }) => caseOf(`what its scenario plays, with ${having},`, outcomes)),
    ...scenarios.flatMap(({ of, outcomes }) =>
      caseOf(`what the ${of === "base" ? "old" : "new"} scenario plays`, outcomes),
    ),
  ];
}

function caseOf(what: string, { base, head }: BothSides<PlayedOutcome>, isValue = false): Case[] {
  if (base.kind === "fires" && head.kind === "silent")
    return [{ fires: "less", what, isValue, does: `fired after ${timeText(base.afterMs)}, is silent now` }];
  if (base.kind === "silent" && head.kind === "fires")
    return [{ fires: "more", what, isValue, does: `was silent, fires after ${timeText(head.afterMs)} now` }];
  return [];
}

/** What both versions do alike in what was played: from which value on they fire, and how soon; undefined where neither fired. */
export function alikeText({ scenarios }: PlayedPair): string | undefined {
  for (const { outcomes, firesFrom, unit = "none" } of scenarios) {
    const { base, head } = outcomes;
    if (base.kind !== "fires" || head.kind !== "fires") continue;
    const from = sameLimit(firesFrom);
    const where = from === undefined ? "" : ` ${from.when} ${formatQuantity(from.silent, unit)}`;
    if (base.afterMs === head.afterMs)
      return `as far as was played, both versions fire${where} after ${timeText(head.afterMs)}`;
    const [after, before] = [timeText(head.afterMs), timeText(base.afterMs)];
    return `as far as was played, it fires${where} after ${after}, was ${before}`;
  }
  return undefined;
}

function sameLimit({ base, head }: BothSides<FiresFrom>) {
  return base.kind === "value" && head.kind === "value" && base.firing === head.firing ? head : undefined;
}

/** Which labels what fires has gained and lost; undefined where that was not played, or none. */
export function identityText({ scenarios }: PlayedPair): string | undefined {
  for (const { outcomes } of scenarios) {
    const { base, head } = outcomes;
    if (base.kind !== "fires" || head.kind !== "fires") continue;
    const [before, after] = [base.labels[0] ?? {}, head.labels[0] ?? {}];
    const [gained, lost] = [otherLabels(after, before), otherLabels(before, after)];
    const texts = [
      ...(gained === undefined ? [] : [`what fires has ${gained} as well`]),
      ...(lost === undefined ? [] : [`what fires no longer has ${lost}`]),
    ];
    if (texts.length > 0) return texts.join("; ");
  }
  return undefined;
}

/** The labels of the first that the other has not got. */
function otherLabels(one: Labels, other: Labels): string | undefined {
  const own = Object.entries(one).filter(([name, value]) => other[name] !== value);
  return own.length === 0 ? undefined : listed(own.map(([name, value]) => `${name}="${value}"`));
}

type Labels = Readonly<Record<string, string>>;

/** What was seen when both were played; undefined where they did the same, or were not played. */
export function playedClass(played: PlayedPair | undefined): ChangeClass | undefined {
  const { scenarios = [], apart = [] } = played ?? {};
  const all = [
    ...scenarios.flatMap(({ witness, outcomes, missing }) => [
      ...(witness ? [witness.outcomes] : []),
      outcomes,
      missing,
    ]),
    ...apart.map(({ outcomes }) => outcomes),
  ];
  const isLess = all.some(({ base, head }) => base.kind === "fires" && head.kind === "silent");
  const isMore = all.some(({ base, head }) => base.kind === "silent" && head.kind === "fires");
  if (isLess && isMore) return "differently";
  if (isLess) return "less";
  return isMore ? "more" : undefined;
}
