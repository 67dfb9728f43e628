// Patterns match what they match in Prometheus, which reads them as RE2 and not as JavaScript does.
import { expect, test } from "vitest";
import { compileRe2 } from "../../generators/promql/re2.ts";
import { testedByPromtool } from "./promtool.ts";
import { distinct, seededRandom } from "./seeded-random.ts";

const values = [
  "a",
  "b",
  "ab",
  "aab",
  "A",
  "1",
  "a1",
  "a.b",
  "a-b",
  "]",
  "^",
  "é",
  "a b",
  "a_b",
  "aaa",
  "b|a",
  "{2}",
];
const pieces =
  "a b 1 . * + ? *? {2} {1,} { } ( ) (?: (?P<n> | ^ $ [ ] [a-c] [^a] [^]a] []a] [[:alpha:]_] [[:^digit:]] [a\\-.] (?i:a) (?i:[a-c]) (?i) (?-i: (?i:b*-)"
    .split(" ")
    .concat(
      "\\d \\D \\w \\W \\s \\. \\- \\_ \\x41 \\x{e9} \\141 \\pL \\P{L} \\p{^Lu} \\p{Latin} \\Qa.b\\E \\A \\z \\b [\\d-b] [\\w.]".split(
        " ",
      ),
    );

test("random patterns match the values that Prometheus matches", async () => {
  const random = seededRandom(5);
  const anyPattern = (): string =>
    Array.from({ length: 1 + Math.floor(random.number() * 5) }, () => random.pick(pieces)).join("");
  const patterns = distinct(3000, anyPattern).flatMap((pattern) => {
    const { matches } = compileRe2(pattern);
    return matches ? [{ pattern, matched: values.filter(matches) }] : [];
  });
  const output = await testedByPromtool(
    patterns.map(({ pattern, matched }) => ({
      expr: `count by (v) (x{v=~${JSON.stringify(pattern)}})`,
      exp_samples: matched.map((value) => ({ labels: `{v=${JSON.stringify(value)}}`, value: 1 })),
    })),
    values.map((value) => ({ series: `x{v=${JSON.stringify(value)}}`, values: "1+0x30" })),
  );
  expect(output).toContain("SUCCESS");
  // Else there would be nothing to disagree about.
  expect(patterns.filter(({ matched }) => matched.length > 0).length).toBeGreaterThan(300);
});

test.each([
  ["(?i)abc", "ABC", true],
  ["a(?i:b)", "aB", true],
  ["5..", "500", true],
  ["5..", "1500", false],
  ["a.b", "a\nb", true],
  ["(?s)a.b", "a\nb", true],
])("%s matches %j: %s", (pattern, value, expected) => {
  expect(compileRe2(pattern).matches?.(value)).toBe(expected);
});

test.each([
  ["(", "not a regular expression: ( (it does not parse)"],
  ["a{2,1}", "not a regular expression: a{2,1} (the wrong way round: {2,1})"],
  ["a{1001}", "not a regular expression: a{1001} (a repetition of more than 1000)"],
  ["[a", "not a regular expression: [a (a [ without its ])"],
  ["[[:alfa:]]", "not a regular expression: [[:alfa:]] (no class of characters: [:alfa:])"],
  ["\\p{Greeek}", "not a regular expression: \\p{Greeek} (no class of characters: \\p{Greeek})"],
  ["[a-\\d]", "not a regular expression: [a-\\d] (no range: a-\\d)"],
  ["\\y", "not a regular expression: \\y (RE2 has no \\y)"],
  ["(?<=a)b", "not a regular expression: (?<=a)b (RE2 has no look-around)"],
  ["a\\", "not a regular expression: a\\ (it ends with \\)"],
])("%s is refused", (pattern, complaint) => {
  expect(compileRe2(pattern).complaint).toBe(complaint);
});
