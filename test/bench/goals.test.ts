import { describe, expect, test } from "vitest";
import { excess, goals, verdict, wanted } from "../../scripts/bench/goals.ts";
import { peopleTable } from "../../scripts/bench/people.ts";

describe("a goal", () => {
  const half = { what: "build", ofFirst: 1 / 2 };
  const both = { what: "build", ofFirst: 1 / 20, ofEmpty: 2 };

  test("is reached at what is wanted, and missed by how often more was taken", () => {
    expect(verdict(excess(half, 5, 10, { empty: 0.2 }))).toBe("reached");
    expect(verdict(excess(half, 7.5, 10, { empty: 0.2 }))).toBe("missed by 1.5 ×");
  });

  test("of two the one that is missed by more counts", () => {
    expect(excess(both, 0.4, 10, { empty: 0.2 })).toBeCloseTo(1);
    expect(excess(both, 0.8, 10, { empty: 0.2 })).toBeCloseTo(2);
    expect(excess(both, 0.4, 2, { empty: 0.2 })).toBeCloseTo(4);
  });

  test("without a first edition beside it says that nothing was compared", () => {
    expect(verdict(excess(half, 5, undefined, { empty: 0.2 }))).toBe("not compared");
    expect(excess(both, 0.4, undefined, { empty: 0.2 })).toBeCloseTo(1);
  });

  test("of a build of the same change is held against that alone", () => {
    const ofBuild = { what: "diff", ofBuild: 5 };
    expect(excess(ofBuild, 5, undefined, { empty: 0.2, build: 2 })).toBeCloseTo(0.5);
    expect(verdict(excess(ofBuild, 5, undefined, { empty: 0.2 }))).toBe("not compared");
    expect(wanted(ofBuild)).toBe("≤ 5 × build");
  });

  test("in words", () => {
    expect(wanted(half)).toBe("≤ 1/2");
    expect(wanted(both)).toBe("≤ 1/20, ≤ 2 × empty");
  });
});

test("the table has what was measured, what is wanted and whether it is reached", () => {
  const [fromNothing, changed] = goals;
  if (fromNothing === undefined || changed === undefined) throw new Error("there are no goals");
  const table = peopleTable(
    [
      { goal: fromNothing, own: 4, first: 12 },
      { goal: changed, own: 3, first: 12 },
    ],
    0.2,
  );
  expect(
    table.split("\n").map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
  ).toEqual([
    ["what", "CPU s", "first edition", "of the first", "× empty", "wanted", "", "go for"],
    expect.anything(),
    ["an empty `npm run`", "0.20", "–", "–", "1.0", "", "", ""],
    ["build, from nothing", "4.00", "12.00", "1/3.0", "20.0", "≤ 1/2", "reached", "1/3"],
    [
      "build, one threshold changed",
      "3.00",
      "12.00",
      "1/4.0",
      "15.0",
      "≤ 1/8",
      "missed by 2.0 ×",
      "2.5 × empty, on Node ≥ 22",
    ],
  ]);
});
