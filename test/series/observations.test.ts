import { expect, test } from "vitest";
import { observationRates } from "../../generators/series/histogram.ts";

const bounds = [0.1, 0.5, 1, 5];

/** What Prometheus makes of buckets that grow so fast. */
function quantileOf(q: number, rates: readonly number[]): number {
  const cumulative = rates.slice(0, bounds.length + 1);
  const rank = q * (cumulative.at(-1) ?? 0);
  const index = cumulative.findIndex((rate) => rate >= rank);
  const high = bounds[index];
  if (high === undefined) return bounds.at(-1) ?? 0;
  const [low, before] = [bounds[index - 1] ?? 0, cumulative[index - 1] ?? 0];
  return low + ((high - low) * (rank - before)) / ((cumulative[index] ?? 0) - before);
}

test.each([
  [0.95, 0.5],
  [0.95, 0.52],
  [0.95, 0.99],
  [0.95, 0.11],
  [0.5, 3],
  [0.5, 0.08],
  [0.99, 4.999],
])("of these observations the quantile %d is %d", (q, value) => {
  const rates = observationRates(bounds, q, value, 100);
  expect(quantileOf(q, rates)).toBeCloseTo(value, 10);
  const buckets = rates.slice(0, bounds.length + 1);
  expect([...buckets].sort((a, b) => a - b)).toEqual(buckets);
  expect(rates.at(-2)).toBe(100);
});

test("a value above the last bound is what Prometheus says of it: that bound", () => {
  expect(quantileOf(0.95, observationRates(bounds, 0.95, 60, 100))).toBe(5);
});

test("a value too small for the first bucket is the least that can be said there", () => {
  expect(quantileOf(0.95, observationRates(bounds, 0.95, 0.01, 100))).toBeCloseTo(0.095);
});
