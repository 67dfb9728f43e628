import { formatDuration, type RuleDuration } from "../duration.ts";
import { follows, holds } from "../plays.ts";
import { factor } from "../quantity.ts";
import type { Example } from "../scenario.ts";
import { withoutNoise } from "./plain-ratio.ts";
import type { SloCounts } from "./slo-counts.ts";
import { msOf } from "./slo-facts.ts";

type ShareExample = Example<"ratio">;

// Whole numbers, and halves of others: their shares are exact, whatever the least is.

/** Far more than the least that says something: 100, 1000 … */
function plenty(least: number): number {
  return 10 ** Math.max(2, Math.ceil(Math.log10(least)) + 2);
}

/** The share of this moment. */
export function shareExample({ bad, total }: SloCounts, least: number): ShareExample {
  const all = plenty(least);
  return { given: [holds(bad, (all / 100) * 3), holds(total, all)], expect: factor(0.03) };
}

/**
 * The mean of two samples in the window: of 150 and 50, 2 and 4 are bad, which is 3 %. Before the window all was worse, and there
 * was more of it.
 */
export function windowExample({ bad, total }: SloCounts, window: RuleDuration, least: number): ShareExample {
  const times = (counts: readonly number[]) => counts.map((count) => (count * plenty(least)) / 100);
  // A duration of the language: half of one is one.
  const half = formatDuration(msOf(window) / 2) as RuleDuration;
  return {
    given: [follows(bad, half, times([9, 9, 2, 4])), follows(total, half, times([300, 300, 150, 50]))],
    expect: factor(0.03),
  };
}

/** With hardly more than the least there is a share; with the least itself there is none. */
export function guardExamples(
  { bad, total }: SloCounts,
  least: number,
): readonly [ShareExample, ShareExample] {
  const more = withoutNoise(least * 1.05);
  return [
    { given: [holds(bad, more / 2), holds(total, more)], expect: factor(0.5) },
    { given: [holds(bad, least / 2), holds(total, least)], expect: "missing" },
  ];
}

/** However little there is, it has a share; nothing has none. */
export function nothingExamples({ bad, total }: SloCounts): readonly [ShareExample, ShareExample] {
  return [
    { given: [holds(bad, 0.25), holds(total, 0.5)], expect: factor(0.5) },
    { given: [holds(bad, 0), holds(total, 0)], expect: "missing" },
  ];
}
