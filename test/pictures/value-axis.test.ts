import fc from "fast-check";
import { expect, test } from "vitest";
import { valueAxis } from "../../generators/pictures/value-axis.ts";
import type { Strip } from "../../generators/pictures/strip.ts";

function strip(unit: string, ...values: readonly number[]): Pick<Strip, "lines" | "marks" | "unit"> {
  const points = values.map((value, index) => ({ atMs: index * 1000, value }));
  return { unit, marks: [], lines: [{ of: "bad", pieces: [points] }] };
}

test.each<[string, readonly number[], readonly string[]]>([
  ["fps", [90, 44.9], ["0", "20", "40", "60", "80"]],
  ["fps", [90, 84.9], ["85", "86", "87", "88", "89", "90"]],
  ["bool", [1, 0], ["0", "1"]],
  ["ratio", [0.01, 0.052], ["0%", "1%", "2%", "3%", "4%", "5%"]],
  ["bytes", [5e9, 12.1e9], ["0B", "5GB", "10GB"]],
  ["bytes", [0, -10_240], ["-10kB", "-8kB", "-6kB", "-4kB", "-2kB", "0B"]],
  ["seconds", [0.1, 0.52], ["0s", "100ms", "200ms", "300ms", "400ms", "500ms"]],
  ["seconds", [5_184_000, 596_160], ["0s", "20d", "40d", "60d"]],
  ["days", [60, 6.9], ["0", "20", "40", "60"]],
  ["count", [7, 7], ["4", "6", "8", "10"]],
  ["count", [0, 0], ["-1", "-0.5", "0", "0.5", "1"]],
  ["count", [], ["0", "0.2", "0.4", "0.6", "0.8", "1"]],
  ["requests", [3_000_000, 1], ["0", "1M", "2M", "3M"]],
  ["count", [1e21, 0], ["0", "2e+20", "4e+20", "6e+20", "8e+20", "1e+21"]],
  ["count", [Infinity, 1, 0], ["0", "0.2", "0.4", "0.6", "0.8", "1"]],
])("%s of %o", (unit, values, texts) => {
  expect(valueAxis(strip(unit, ...values), 130).ticks.map(({ text }) => text)).toEqual(texts);
});

test("any values lie on the axis, and its numbers do not touch", () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 });
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("count", "seconds", "bytes", "ratio"),
      (values, unit) => {
        const { low, high, ticks } = valueAxis(strip(unit, ...values), 66);
        expect(low).toBeLessThan(high);
        for (const one of values) expect(one >= low && one <= high).toBe(true);
        for (const [index, tick] of ticks.entries()) {
          const next = ticks[index + 1];
          if (next) expect(((next.value - tick.value) * 66) / (high - low)).toBeGreaterThan(14);
        }
        expect(ticks.length).toBeLessThan(7);
      },
    ),
  );
});
