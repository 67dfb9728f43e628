import { describe, expect, test } from "vitest";
import {
  swayed,
  swayedTime,
  swayOfGrowth,
  swayOfSample,
  swayOfTraffic,
  swayOfUnwatched,
  swayOfValue,
} from "../../scripts/simulate/sway.ts";

const gauge = { metric: "shop_load", unit: "none" };
const minute = 60_000;

describe("a value that is well sways", () => {
  test.each([
    ["by a fiftieth where its edge is far", { ok: 100, limit: 300, firing: 301 }, "none", 0.02],
    ["by a quarter of the way to an edge that is near", { ok: 100, limit: 104, firing: 105 }, "none", 0.01],
    ["by a quarter of the way to where it fires, without an edge", { ok: 100, firing: 96 }, "none", 0.01],
    ["no higher than all there is", { ok: 0.99, limit: 0.5, firing: 0.4 }, "ratio", 0.01 / 0.99],
    ["no higher than a hundred percent", { ok: 99, limit: 50, firing: 40 }, "percent", 1 / 99],
  ])("%s", (_, levels, unit, by) => {
    expect(swayOfValue(levels, { ...gauge, unit }, 1)?.by).toBeCloseTo(by);
  });

  test.each([
    ["a state", { ok: 1, firing: 0 }, "bool"],
    ["a handful", { ok: 9, firing: 90 }, "count"],
    ["what is the same in every situation", { ok: 0.5, limit: 0.5, firing: 0.5 }, "ratio"],
    ["what is all there is", { ok: 100, firing: 50 }, "percent"],
  ])("but not %s", (_, levels, unit) => {
    expect(swayOfValue(levels, { ...gauge, unit }, 1)).toBeUndefined();
  });

  test("around where it is, from there and back within a period", () => {
    const sway = { by: 0.05, periodMs: 40 * minute };
    expect([0, 10, 20, 30, 40].map((at) => swayed(100, sway, at * minute))).toEqual([100, 105, 100, 95, 100]);
    expect(swayed(0.8, sway, 10 * minute)).toBeCloseTo(0.84);
  });

  test("more where no scenario speaks of it", () => {
    expect(swayOfUnwatched(20, gauge, 1)?.by).toBe(0.05);
  });

  test("a sample by hardly anything: a line may be near", () => {
    expect(swayOfSample(1234, gauge, 1)?.by).toBe(0.005);
    expect(swayOfSample(3, gauge, 1)).toBeUndefined();
  });
});

describe("traffic that is well sways", () => {
  test("as fast as the time of rules goes", () => {
    expect([1, 60].map((speed) => swayOfTraffic(speed).periodMs)).toEqual([30 * minute, minute / 2]);
  });

  test("away from its edge", () => {
    expect(swayOfGrowth({ ok: 10, limit: 10.4, firing: 11 }, 1)?.by).toBeCloseTo(0.01);
  });

  test("never backwards, and as much as without in a whole period", () => {
    const sway = swayOfTraffic(1);
    const times = Array.from({ length: 61 }, (_, index) => swayedTime(index * minute, sway));
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
    expect(times[30]).toBeCloseTo(30 * minute);
    expect(times[10]).toBeGreaterThan(10 * minute);
  });
});

test("lines of different names do not move as one", () => {
  const periods = ["shop_load", "shop_queue", "shop_heat"].map(
    (metric) => swayOfValue({ ok: 100, firing: 300 }, { ...gauge, metric }, 1)?.periodMs,
  );
  expect(new Set(periods).size).toBe(3);
});
