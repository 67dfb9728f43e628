import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortestBetween } from "../../generators/review/between.ts";
import { gotSamples } from "../../generators/review/got-samples.ts";
import { firstToPlay, narrowed, nextToPlay, type Search } from "../../generators/review/narrowing.ts";
import { threeDigits } from "../../generators/review/three-digits.ts";

const amount = fc.double({ min: 1e-4, max: 1e9, noNaN: true });

describe("values of three digits", () => {
  test("each is the next one's neighbour, and stands for all up to that", () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 0, max: 1, noNaN: true }), (largest, part) => {
        const scale = threeDigits(largest);
        const value = Math.max(largest * part, largest * 1e-5);
        const number = scale.numberOf(value);
        expect(scale.valueOf(number)).toBeLessThanOrEqual(value * (1 + 1e-11));
        expect(scale.valueOf(number + 1)).toBeGreaterThan(value * (1 - 1e-11));
        expect(scale.numberOf(scale.valueOf(number))).toBe(number);
        expect(scale.numberOf(-scale.valueOf(number))).toBe(-number);
      }),
    );
  });
  test.each([
    [512, 512],
    [0.05, 0.05],
    [0.721, 0.721],
    [604_800, 604_000],
    [999, 999],
  ])("%d is played as %d", (value, played) => {
    const scale = threeDigits(value);
    expect(scale.valueOf(scale.numberOf(value))).toBe(played);
  });
});

/** Plays until nothing is left to play. */
function found(search: Search, threshold: number, likely: readonly number[]) {
  const away = Math.sign(search.worst - search.ok);
  const played = new Map<number, boolean>();
  let runs = 0;
  for (let next = firstToPlay(search, likely); next.length > 0; next = nextToPlay(search, played)) {
    for (const number of next) played.set(number, (number - threshold) * away >= 0);
    runs += 1;
  }
  return { ...narrowed(search, played), runs, count: played.size };
}

test("the first value that fires is found, one digit before it is silent, and in few runs", () => {
  fc.assert(
    fc.property(amount, amount, fc.nat(4000), fc.array(amount, { maxLength: 4 }), (a, b, place, likely) => {
      const scale = threeDigits(Math.max(a, b));
      const [ok, worst] = [scale.numberOf(a), scale.numberOf(b)];
      fc.pre(ok !== worst);
      const away = Math.sign(worst - ok);
      const threshold = ok + away * (1 + (place % Math.abs(worst - ok)));
      const { firing, silent, runs, count } = found({ scale, ok, worst }, threshold, likely);
      expect({ firing, silent }).toEqual({ firing: threshold, silent: threshold - away });
      expect(runs).toBeLessThanOrEqual(6);
      expect(count).toBeLessThan(90);
    }),
  );
});

test("what is silent at its worst fires at no value", () => {
  const scale = threeDigits(100);
  const { firing } = found({ scale, ok: scale.numberOf(1), worst: scale.numberOf(100) }, Infinity, [10]);
  expect(firing).toBeUndefined();
});

test("between two values the one with the fewest digits", () => {
  expect([shortestBetween(5.01, 10), shortestBetween(0.0201, 0.02), shortestBetween(501, 499)]).toEqual([
    8, 0.02, 500,
  ]);
});

test("promtool's samples, with whatever their labels hold", () => {
  const failure =
    '    expr: "x", time: 5m,\n        exp: nil\n        got: {a="b", path="/{x}\\"\\\\"} 6.3E+02, {} -1E+00';
  expect(gotSamples(failure)).toEqual([
    { labels: { a: "b", path: '/{x}"\\' }, value: "6.3E+02" },
    { labels: {}, value: "-1E+00" },
  ]);
});
