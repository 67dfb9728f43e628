import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { printYaml } from "../../generators/text/yaml.ts";
import { key, text, tree } from "./hostile-data.ts";

// The seed is fixed, so that a failure is the same on every machine.
const runs = { seed: 20_261, numRuns: 1_200 };

describe.each(["1.1", "1.2"] as const)("read as YAML %s", (version) => {
  const roundTrip = (value: unknown): unknown =>
    parse(printYaml(value, { source: "definitions/" }), { version, maxAliasCount: 0 });

  test("every string is the same string: alone, as a value, in a list, as a key", () => {
    fc.assert(
      fc.property(text, key, (value, name) => {
        expect(roundTrip(value)).toBe(value);
        expect(roundTrip({ [name]: { value, list: [value] } })).toEqual({ [name]: { value, list: [value] } });
      }),
      runs,
    );
  });

  test("every tree is the same tree, with its keys in the same order", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const back = roundTrip(value);
        expect(back).toEqual(value);
        expect(JSON.stringify(back)).toBe(JSON.stringify(value));
      }),
      { ...runs, numRuns: 500 },
    );
  });
});

test("the same value prints the same text, ending in one line break", () => {
  fc.assert(
    fc.property(tree, (value) => {
      const first = printYaml(value, { source: "definitions/" });
      expect(printYaml(structuredClone(value), { source: "definitions/" })).toBe(first);
      expect(first).toMatch(/[^\n]\n$/);
    }),
    { ...runs, numRuns: 300 },
  );
});
