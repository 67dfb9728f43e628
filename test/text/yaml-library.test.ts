import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printYaml } from "../../generators/text/yaml.ts";
import { key, number, tree } from "./hostile-data.ts";
import { printByLibrary } from "./yaml-by-library.ts";

// The seed is fixed, so that a failure is the same on every machine.
const runs = { seed: 20_262, numRuns: 1_500 };

function printed(value: unknown): string {
  const file = printYaml(value, { source: "definitions/" });
  return file.slice(file.indexOf("\n") + 1);
}

/** Whether both write a value alike: Go reads numbers in more spellings than the library knows, and Python in fewer. */
function areAlike(value: unknown): boolean {
  return printed([value]) === printByLibrary([value]);
}

describe("the same bytes as by the library", () => {
  test("every text: alone, as a value, in a list, as a key, on every level", () => {
    const places: readonly ((value: string) => unknown)[] = [
      (value) => value,
      (value) => [value],
      (value) => ({ a: value }),
      (value) => ({ [value]: 1 }),
      (value) => ({ a: { [value]: [value] } }),
      (value) => [[{ a: value, [value]: { b: value } }]],
    ];
    fc.assert(
      fc.property(key.filter(areAlike), (value) => {
        for (const place of places) expect(printed(place(value))).toBe(printByLibrary(place(value)));
      }),
      runs,
    );
  });

  test("where the library writes a text bare and we do not, it is the same text in quotes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+.\deExXoObBaF_:]{1,8}$/), (value) => {
        if (!areAlike(value))
          expect([printByLibrary([value]), printed([value])]).toEqual([`- ${value}\n`, `- "${value}"\n`]);
      }),
      runs,
    );
  });

  test.each(["0X1F", "0B101", "0O17", "1e5_0", "+_1"])("Go reads %s as a number", (value) => {
    expect(printed([value])).toBe(`- "${value}"\n`);
  });

  test("every tree", () => {
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(leavesIn(value).every(areAlike));
        expect(printed(value)).toBe(printByLibrary(value));
      }),
      { ...runs, numRuns: 500 },
    );
  });

  test("every number, but that one with an exponent has a point", () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(printed([value]).replace(".0e", "e")).toBe(printByLibrary([value]));
      }),
      runs,
    );
  });

  test("a key that is longer than readers look for its colon", () => {
    for (const length of [1_024, 1_025]) {
      for (const value of ["a", { a: 1 }, [1, { b: 2 }], null, {}]) {
        const map = { outer: { ["k".repeat(length)]: value } };
        expect(printed(map)).toBe(printByLibrary(map));
      }
    }
  });
});

/** What stands in plain data beside its lists and maps; keys too. */
function leavesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesIn);
  if (typeof value !== "object" || value === null) return [value];
  return Object.entries(value).flatMap(([name, item]) => [name, ...leavesIn(item)]);
}
