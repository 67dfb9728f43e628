import { expect, test } from "vitest";
import { healthyObservationRates } from "../../generators/series/histogram.ts";

const bounds = [0.05, 0.1, 0.25, 0.5, 1, 5];

/** What Prometheus makes of buckets that grow so fast. */
function quantileOf(q: number, rates: readonly number[]): number {
  const cumulative = rates.slice(0, bounds.length + 1);
  const rank = q * (cumulative.at(-1) ?? 0);
  const index = cumulative.findIndex((rate) => rate >= rank - 1e-9);
  const [low, before] = [bounds[index - 1] ?? 0, cumulative[index - 1] ?? 0];
  return low + (((bounds[index] ?? 0) - low) * (rank - before)) / ((cumulative[index] ?? 0) - before);
}

test.each([
  [0.95, 0.5],
  [0.95, 0.3],
  [0.95, 0.49],
  [0.99, 0.9],
  [0.9, 0.2],
])("the quantile %d is %d, and most is faster, in several buckets", (q, value) => {
  const rates = healthyObservationRates(bounds, q, value, 100);
  expect(quantileOf(q, rates)).toBeCloseTo(value, 10);
  const cumulative = rates.slice(0, bounds.length + 1);
  expect([...cumulative].sort((a, b) => a - b)).toEqual(cumulative);
  const inBuckets = cumulative.map((rate, index) => rate - (cumulative[index - 1] ?? 0));
  expect(inBuckets.filter((rate) => rate > 0.1).length).toBeGreaterThanOrEqual(3);
  expect([...inBuckets].every((rate) => rate >= 0)).toBe(true);
  const [count = 0, total = 0] = rates.slice(-2);
  expect(count).toBe(100);
  expect(total / count).toBeLessThan(value);
});

test("nothing is slower than the bucket after the quantile's", () => {
  const rates = healthyObservationRates(bounds, 0.95, 0.49, 100);
  expect(rates.slice(4, 6)).toEqual([100, 100]);
});

test.each([0.02, 60])("what cannot be spread, such as %d, is as it can be said", (value) => {
  expect(healthyObservationRates(bounds, 0.95, value, 100).at(-2)).toBe(100);
});
