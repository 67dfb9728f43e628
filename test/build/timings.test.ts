import { expect, test } from "vitest";
import { timingsFromStart } from "../../scripts/build/timings.ts";

test("phases are listed as they began, and what is within another is its own", () => {
  const { during, table } = timingsFromStart();
  const result = during("outer", () => [during("inner", () => 1), during("inner", () => 2)]);
  expect(result).toEqual([1, 2]);
  const lines = table().split("\n");
  expect(lines[0]).toMatch(/^ {2}phase +CPU ms +ms$/);
  const phases = lines.slice(1, -1).map((line) => /^ {2}(.*?) {2,}\d+ +\d+$/.exec(line)?.[1]);
  expect(phases).toEqual(["start, load, type check", "outer", "inner"]);
});

test("a phase that throws is over", () => {
  const { during, table } = timingsFromStart();
  expect(() =>
    during("broken", () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  during("next", () => 1);
  expect(table().split("\n").length).toBe(5);
});
