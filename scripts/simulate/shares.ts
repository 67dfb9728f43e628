import type { SimulatedSeries } from "./series.ts";

/** Values of labels that say that something went wrong: a status, a result. */
const isMishap = /^[45](?:\d\d|xx)$|error|fail|timeout|reject/i;

// Of ten thousand things two go wrong: so few that no objective is in danger, and enough to be seen.
const mishapPart = 0.0002;

/** How traffic is spread over series of one metric when all is well: hardly anything goes wrong. All shares add up to 1. */
export function sharesOf(series: readonly SimulatedSeries[]): number[] {
  const isBad = series.map(({ labels }) => Object.values(labels).some((value) => isMishap.test(value)));
  const bad = isBad.filter(Boolean).length;
  const good = series.length - bad;
  if (bad === 0 || good === 0) return series.map((_, index) => spread(series.length, index));
  const seen = { good: 0, bad: 0 };
  return isBad.map((wrong) =>
    wrong ? mishapPart * spread(bad, seen.bad++) : (1 - mishapPart) * spread(good, seen.good++),
  );
}

// How many series of a metric are busy; the others were so once.
const busySeries = 8;

/**
 * How traffic is spread over the series of a metric: the shares of all add up to 1.
 *
 * Each has half of what those before it left over, and the last busy one has the rest.
 */
export function spread(count: number, index: number): number {
  const last = Math.min(count, busySeries) - 1;
  if (index > last) return 0;
  return index === last ? 2 ** -last : 2 ** -(index + 1);
}
