import { groupBy } from "../group-by.ts";
import type { Pair } from "./pairing.ts";
import type { ReviewedPanel } from "./version.ts";

/**
 * The panels that were moved among the others of their dashboard, by their head: as few as explain the new order. What is only pushed down
 * by a new one above was not moved.
 */
export function movedPanels(pairs: readonly Pair<ReviewedPanel>[]): ReadonlySet<ReviewedPanel> {
  const inPlace = pairs.filter(({ base, head }) => base.dashboard === head.dashboard);
  const moved = [...groupBy(inPlace, ({ head }) => head.dashboard).values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => a.head.order - b.head.order);
    const kept = new Set(longestRising(inOrder.map(({ base }) => base.order)));
    return inOrder.filter((_, index) => !kept.has(index)).map(({ head }) => head);
  });
  return new Set(moved);
}

/** A list of rising numbers that ends at some place, and the place before that. */
interface Rising {
  readonly length: number;
  readonly before: number | undefined;
}

/** The places of a longest list of rising numbers among others. */
function longestRising(numbers: readonly number[]): number[] {
  const best: Rising[] = [];
  for (const [index, number] of numbers.entries()) {
    let own: Rising = { length: 1, before: undefined };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if ((numbers[earlier] ?? Infinity) < number && length > own.length) own = { length, before: earlier };
    }
    best.push(own);
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const places: number[] = [];
  for (let at: number | undefined = best.findIndex(({ length }) => length === longest); at !== undefined;) {
    if (at >= 0) places.push(at);
    at = best[at]?.before;
  }
  return places;
}
