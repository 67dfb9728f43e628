import type { AskedSide, Hours } from "./routed.ts";

/** The weeks that are played: each time interval is always once while all others never are, and the reverse. */
export function weeksOf({ intervals }: Pick<AskedSide, "intervals">): Hours[] {
  return intervals.flatMap((interval) => [
    { interval, is: "always" } as const,
    { interval, is: "never" } as const,
  ]);
}

/** Whether it is within another interval, or the same. */
export function isWithin(interval: string, week: Hours): boolean {
  return (interval === week.interval) === (week.is === "always");
}
