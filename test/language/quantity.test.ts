import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as quantities from "../../generators/language/quantity.ts";
import { amountIn, amountOf, factor, ms, percent, ratio } from "../../generators/language/quantity.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { app, errorRate5m, shop } from "./example-metrics.ts";

const print = (expression: unknown): string => printPromql(nodeOf(expression));

/** The number of a quantity in `unit`. */
function numberIn(quantity: unknown, unit: string): number | undefined {
  const amount = amountOf(quantity);
  return amount && amountIn(amount, unit).value;
}

describe("each word is an amount in the base unit", () => {
  test.each([
    ["ratio", 0.5, "ratio", 0.5],
    ["factor", 14.4, "ratio", 14.4],
    ["percent", 5, "ratio", 0.05],
    ["ms", 500, "seconds", 0.5],
    ["seconds", 30, "seconds", 30],
    ["minutes", 5, "seconds", 300],
    ["hours", 4, "seconds", 14_400],
    ["days", 7, "seconds", 604_800],
    ["bytes", 1, "bytes", 1],
    ["kilobytes", 5, "bytes", 5000],
    ["megabytes", 500, "bytes", 500_000_000],
    ["gigabytes", 12, "bytes", 12_000_000_000],
    ["kib", 1, "bytes", 1024],
    ["mib", 1, "bytes", 1_048_576],
    ["gib", 1, "bytes", 1_073_741_824],
    ["bytesPerSecond", 10, "bytes/s", 10],
    ["kilobytesPerSecond", 10, "bytes/s", 10_000],
    ["megabytesPerSecond", 10, "bytes/s", 10_000_000],
    ["mibPerSecond", 1, "bytes/s", 1_048_576],
  ] as const)("%s(%d) in %s is %d", (word, n, unit, result) => {
    expect(numberIn(quantities[word](n as never), unit)).toBe(result);
  });
});

test("a quantity is written in the unit of what it is compared with", () => {
  expect(print(app.job_lag_ms.gt(quantities.seconds(1.5)))).toBe("job_lag_ms > 1500");
  expect(print(app.disk_used_percent.gt(ratio(0.85)))).toBe("disk_used_percent > 85");
  expect(print(app.disk_used_percent.gt(percent(0.1)))).toBe("disk_used_percent > 0.1");
  expect(print(errorRate5m.gt(percent(0.7)))).toBe("job:http_errors:ratio_rate5m > 0.007");
});

test("a part of something is a ratio of it, whatever its own unit", () => {
  const half = percent(50);
  expect(print(app.disk_used_percent.mul(half))).toBe("disk_used_percent * 0.5");
  expect(print(app.job_lag_ms.mul(half))).toBe("job_lag_ms * 0.5");
  expect(print(shop.shop_queue.mul(half))).toBe("shop_queue * 0.5");
  expect(print(app.job_lag_ms.div(ms(500)))).toBe("job_lag_ms / 500");
});

test("times() stays visible", () => {
  const budget = ratio(0.001);
  expect(print(errorRate5m.gt(budget.times(14.4)))).toBe("job:http_errors:ratio_rate5m > 14.4 * 0.001");
  expect(print(errorRate5m.gt(budget.times(6).times(2)))).toBe(
    "job:http_errors:ratio_rate5m > 6 * 2 * 0.001",
  );
  expect(print(errorRate5m.mul(budget.times(2)))).toBe("job:http_errors:ratio_rate5m * (2 * 0.001)");
});

test("a quantity reads well in a sentence", () => {
  const sentence = `${percent(5)}, ${ms(500)}, ${factor(1.5)}, ${ratio(0.001).times(14.4)}, ${quantities.gib(12)}`;
  expect(sentence).toBe("5 %, 500 ms, 1.5, 14.4 × 0.001, 12 GiB");
});

test("a quantity cannot be changed", () => {
  const five = percent(5);
  expect(Object.isFrozen(five)).toBe(true);
  expect(Object.isFrozen(amountOf(five))).toBe(true);
  five.times(2);
  expect(amountOf(five)?.factors).toEqual([]);
});

test("what is no quantity holds no amount", () => {
  for (const other of [5, "5 %", null, undefined, {}, app.job_lag_ms])
    expect(amountOf(other)).toBeUndefined();
});

describe("a number that makes no sense throws, and says what was meant", () => {
  test("a ratio outside of 0 to 1", () => {
    expect(() => ratio(5 as number)).toThrow("ratio(5) is outside 0…1; did you mean percent(5)?");
    expect(() => ratio(-0.1 as number)).toThrow("ratio(-0.1) is outside 0…1");
  });

  test.each([Number.NaN, Infinity])("%d", (n) => {
    expect(() => percent(n)).toThrow(`a quantity is a finite number, not ${n}`);
    expect(() => percent(5).times(n)).toThrow("a quantity is a finite number");
  });
});

test("a decimal stays a decimal: converting to percent and back gives the same number", () => {
  const decimal = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(decimal, ([digits, places]) => {
      const n = Number(`${digits}e-${places}`);
      expect(numberIn(percent(n), "ratio")).toBe(Number(`${digits}e-${places + 2}`));
      expect(numberIn(factor(n), "percent")).toBe(Number(`${digits}e${2 - places}`));
      expect(numberIn(ms(n), "seconds")).toBe(Number(`${digits}e-${places + 3}`));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
