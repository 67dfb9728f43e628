import { expect, test } from "vitest";
import { sampleLabel, inverted } from "../../generators/rule-tests/label-sample.ts";
import { quantileGrowth } from "../../generators/series/histogram.ts";
import { shareGrowth } from "../../generators/series/share.ts";

const windows = [60, 120, 300, 600, 900, 1800, 3600, 21_600];
const percents = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

test.each(windows)("over %i s each share comes out as itself, to the last digit", (window) => {
  const factor = 2 / window;
  for (const wanted of percents) {
    const { part, rest } = shareGrowth(wanted, (100 * window) / 2, factor);
    expect((part * factor) / (part * factor + rest * factor)).toBe(wanted);
  }
});

test("a share has as much traffic as it was given, where the arithmetic lets it", () => {
  expect(shareGrowth(0.05, 15_000, 2 / 300)).toEqual({ part: 750, rest: 14_250 });
  expect(shareGrowth(0, 15_000, 2 / 300)).toEqual({ part: 0, rest: 15_000 });
});

test.each([0.1, 0.9, 0.95, 1, 33, 95, 100])(
  "a share of %d events a second is of that many, and no more",
  (perSecond) => {
    for (const window of [300, 600, 3600]) {
      for (const wanted of percents) {
        const total = (perSecond * window) / 2;
        for (const factor of [2, 2 / window]) {
          const { part, rest } = shareGrowth(wanted, total, factor);
          expect((part + rest) / total).toBeCloseTo(1, 4);
          expect((part * factor) / (part * factor + rest * factor)).toBe(wanted);
        }
      }
    }
  },
);

const histogram = { quantile: 0.95, bounds: [0.1, 0.5, 1], total: 1000, factor: 2 };

test("a quantile on a bound has all that is faster in its bucket and in the lowest", () => {
  expect(quantileGrowth({ ...histogram, level: 0.5 })).toEqual([937.5, 950, 950, 1000]);
});

test("a quantile between two bounds lies as far into its bucket", () => {
  const [lowest = 0, , third = 0, all] = quantileGrowth({ ...histogram, level: 0.75 }) ?? [];
  expect(0.5 + 0.5 * ((950 - lowest) / (third - lowest))).toBe(0.75);
  expect([lowest < 950, third > 950, all]).toEqual([true, true, 1000]);
});

test("in the lowest bucket there is no place for what is faster", () => {
  expect(quantileGrowth({ ...histogram, level: 0.1 })).toEqual([950, 950, 950, 1000]);
  expect(quantileGrowth({ ...histogram, level: 0.05 })).toBeUndefined();
});

test.each([0, -1, 1.5])("no histogram with these bounds has the quantile %d", (level) => {
  expect(quantileGrowth({ ...histogram, level })).toBeUndefined();
});

test.each([
  ["status", ["200", "404", "500"], [{ op: "=~", value: "5.." }], "500"],
  ["status", "*", [{ op: "=~", value: "5.." }], "500"],
  ["fstype", "*", [{ op: "!~", value: "tmpfs|ramfs" }], "ext4"],
  ["fstype", "*", [inverted({ op: "!~", value: "tmpfs|ramfs" })], "tmpfs"],
  ["fstype", "*", [inverted({ op: "!~", value: "(tmp|ram)fs.*" })], undefined],
  ["zone", "*", [], "some-zone"],
  ["zone", "*", [{ op: "=", value: "b" }], "b"],
  ["zone", "*", [{ op: "=~", value: "eu-.*" }], "eu-a"],
  ["zone", ["a", "b"], [{ op: "!=", value: "a" }], "b"],
  ["zone", ["a"], [{ op: "!=", value: "a" }], undefined],
  ["version", /\d+/, [], "1"],
] as const)("%s of %j with %j is %s", (name, spec, matchers, value) => {
  expect(sampleLabel(name, spec, matchers)).toBe(value);
});

test("a value that the stack knows comes first", () => {
  expect(sampleLabel("job", "*", [{ op: "=~", value: "shop-.*" }], ["node", "shop-api"])).toBe("shop-api");
});
