import { describe, expect, test } from "vitest";
import { exponent, median } from "../../scripts/bench/statistics.ts";

describe("the median", () => {
  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
    [[1, 1, 1, 1, 900], 1],
    // By value, and not as texts.
    [[10, 9, 100], 10],
  ])("of %j is %d", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  test("of nothing there is none", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe("the exponent of a growth", () => {
  const grown = (power: number, start: number) => (size: number) => ({
    size,
    value: start + 0.02 * (size - 1) ** power,
  });

  test.each([0.5, 1, 1.1, 2, 2.5])("%d, whatever it takes to begin", (power) => {
    for (const start of [0, 0.3, 40]) {
      const of = grown(power, start);
      expect(exponent(of(1), of(10), of(450))).toBeCloseTo(power, 6);
    }
  });

  test("there is none of what does not grow", () => {
    const flat = (size: number) => ({ size, value: 2 });
    expect(exponent(flat(1), flat(10), flat(450))).toBeUndefined();
    expect(exponent({ size: 1, value: 2 }, { size: 10, value: 3 }, { size: 450, value: 1 })).toBeUndefined();
  });
});
