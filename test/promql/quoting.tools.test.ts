// A quoted string means to Prometheus what it meant to the author.
import { expect, test } from "vitest";
import { quotePromql } from "../../generators/promql/literal.ts";
import { promqlString, unquote } from "../../generators/promql/literal.ts";
import { testedByPromtool } from "./promtool.ts";
import { distinct, seededRandom } from "./seeded-random.ts";

const nasty = [
  '"',
  "\\",
  "'",
  "`",
  "\n",
  "\r",
  "\t",
  "\b",
  "\f",
  "\v",
  "\0",
  "\x1f",
  "\x7f",
  "\u0080",
  "é",
  "\u2028",
  "\ufeff",
  "😀",
  "\u{10ffff}",
  "{",
  ",",
  "a",
  " ",
  "%",
  "#",
  "\\d",
  "\\u0041",
  "/*",
];
const random = seededRandom(7);
const strings = distinct(500, () =>
  Array.from({ length: 1 + Math.floor(random.number() * 6) }, () => random.pick(nasty)).join(""),
);

/** The string with every character escaped by its number, which leaves nothing to get wrong. */
function spelled(text: string): string {
  return `"${[...text].map((c) => `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`).join("")}"`;
}

test.each([
  ["definitions are printed", quotePromql],
  ["long expressions are printed", promqlString],
])("strings as %s are to Prometheus what they are here", async (_, quote) => {
  const tests = strings.map((text) => ({
    expr: `label_replace(vector(1), "a", ${quote(text)}, "", "")`,
    exp_samples: [{ labels: `{a=${spelled(text)}}`, value: 1 }],
  }));
  expect(await testedByPromtool(tests)).toContain("SUCCESS");
});

test("strings are read as they were written", () => {
  expect(strings.map((text) => unquote(quotePromql(text)))).toEqual(strings);
  expect(strings.map((text) => unquote(spelled(text)))).toEqual(strings);
});
