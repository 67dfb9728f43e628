import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { printYaml } from "../../generators/text/yaml.ts";

// The seed is fixed, so that a failure is the same on every machine.
const runs = { seed: 20_261, numRuns: 3_000 };

/** Pieces that YAML gives a meaning to; random characters alone would seldom meet them. */
const pieces = [
  ...[
    "yes",
    "no",
    "on",
    "y",
    "n",
    "true",
    "null",
    "~",
    "<<",
    "=",
    "---",
    "...",
    "%",
    "#",
    " #",
    ": ",
    ":",
    "- ",
  ],
  ...[
    "?",
    "-",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    "'",
    '"',
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "\\",
    " ",
    "  ",
    "\t",
  ],
  ...[
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "1_000",
    "0640",
    "0o17",
    "0x1F",
    "0b1",
    "22:00",
    "1e3",
    ".5",
    ".inf",
    ".nan",
  ],
  ...["2026-01-31", "\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u009f", "\u00a0", "\u2028", "\u2029"],
  ...["\ufeff", "\ufffe", "\uffff", "é", "😀", "a", "sum(", "rate(x[5m])", "{{ $value }}"],
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
// __proto__ as a key is the prototype to JavaScript, in the test as in the library that reads.
const key = text.filter((name) => name !== "__proto__");

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

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
      { ...runs, numRuns: 1_000 },
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
