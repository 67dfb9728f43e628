import { formatQuantity } from "../text/quantity.ts";
import type { ChangeClass } from "./change-class.ts";
import type { BothSides, PlayedOutcome, PlayedPair } from "./played.ts";
import { timeText } from "./time-text.ts";

/** A value on which the versions differ, with what each does: `7% fired after 6 min, is silent now`. */
export function witnessText({ scenarios }: PlayedPair): string | undefined {
  for (const { witness, unit = "none" } of scenarios) {
    const outcomes = witness && outcomesText(witness.outcomes);
    if (witness && outcomes) return `${formatQuantity(witness.value, unit)} ${outcomes}`;
  }
  for (const { of, outcomes } of scenarios) {
    const text = outcomesText(outcomes);
    if (text !== undefined) return `what the ${of === "base" ? "old" : "new"} scenario plays ${text}`;
  }
  return undefined;
}

function outcomesText({ base, head }: BothSides<PlayedOutcome>): string | undefined {
  if (base.kind === "fires" && head.kind === "silent")
    return `fired after ${timeText(base.afterMs)}, is silent now`;
  if (base.kind === "silent" && head.kind === "fires")
    return `was silent, fires after ${timeText(head.afterMs)} now`;
  return undefined;
}

/** What was seen when both were played; undefined where they did the same, or were not played. */
export function playedClass(played: PlayedPair | undefined): ChangeClass | undefined {
  const all = (played?.scenarios ?? []).flatMap(({ witness, outcomes, missing }) => [
    ...(witness ? [witness.outcomes] : []),
    outcomes,
    missing,
  ]);
  const isLess = all.some(({ base, head }) => base.kind === "fires" && head.kind === "silent");
  const isMore = all.some(({ base, head }) => base.kind === "silent" && head.kind === "fires");
  if (isLess && isMore) return "differently";
  if (isLess) return "less";
  return isMore ? "more" : undefined;
}
