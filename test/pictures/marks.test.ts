import { expect, test } from "vitest";
import { limitText, marksOf, valueText } from "../../generators/pictures/marks.ts";

test.each([
  [44.9, "fps", "44.9 fps"],
  [0.052000000000000005, "ratio", "5.2%"],
  [1 / 3, "ratio", "33.3333%"],
  [1_000_001, "count", "1000001"],
  [123456789.123, "count", "123457000"],
  [12.1e9, "bytes", "12.1GB"],
  [-10_000, "bytes", "-10kB"],
  [-10_240, "bytes", "-10KiB"],
  [0, "failures", "0 failures"],
])("%d %s is written %s", (value, unit, text) => expect(valueText(value, unit)).toBe(text));

test.each([
  [">", "fires above 5%"],
  ["<", "fires below 5%"],
  [">=", "fires 5% or above"],
  ["<=", "fires 5% or below"],
  ["==", "fires at 5%"],
  ["!=", "fires at anything but 5%"],
] as const)("%s", (op, text) => expect(limitText({ op, value: 0.05 }, "ratio", true)).toBe(text));

test("where several things must hold, none of them fires alone", () => {
  expect(limitText({ op: ">", value: 3 }, "count", false)).toBe("needs above 3");
});

test("every height has its name, and what is the same has one", () => {
  const limit = { op: ">", value: 3 } as const;
  const texts = (ok: number | "missing", edge: number | "missing", firing: number | "missing") =>
    marksOf({ ok, limit: edge, firing }, "count", limit, true).map(({ text }) => text);
  expect(texts(0, 3, 4)).toEqual(["fires above 3", "limit 3: silent", "ok 0", "firing 4"]);
  expect(texts(0, 0, 4)).toEqual(["fires above 3", "ok 0", "firing 4"]);
  expect(texts(5, 5, 5)).toEqual(["fires above 3", "always 5"]);
  expect(texts(1, "missing", "missing")).toEqual(["fires above 3", "ok 1"]);
});
