// What the analysis accepts, promtool accepts; what it finds to be wrong it may find on its own.
import { describe, expect, test } from "vitest";
import type { SeriesCatalogue } from "../../generators/promql/catalogue.ts";
import { refusedByPromtool } from "./promtool.ts";
import { type Random, distinct, seededRandom } from "./seeded-random.ts";
import { analyseText } from "./of-text.ts";

/** Knows nothing and so refuses no name: only what promtool can check as well is left. */
const anyMetric: SeriesCatalogue = {
  all: [],
  ofJob: () => [],
  lookup: () => ({ series: [], complaint: undefined }),
};

const accepted = (text: string): boolean => analyseText(text, anyMetric).diagnostics.length === 0;

const leaves = [
  "a",
  'b{x="1"}',
  'c{x=~"1|2",y!="3"}',
  '{"a.b", "c d"="e"}',
  "1",
  "2.5",
  "5m",
  "0x1F",
  "Inf",
  "1e308",
  "1e400",
  '"s"',
  "'s'",
  "a[5m]",
  "a[300]",
  "a[0]",
  "a[1m5m]",
  'b{x="1"}[1h]',
  "a offset 5m",
  "a offset -1w",
  "a[5m] offset 1h",
  "a offset 5m @ end()",
  "time()",
  "a @ end()",
  "a @ 12.5",
  "pi()",
  '{x="1"}',
  '{x=~".*"}',
  "{}",
  '{__name__="a"}',
  'a{__name__="b"}',
] as const;
const operators = "+ - * / % ^ atan2 == != > < >= <= and or unless AND"
  .split(" ")
  .concat("> bool", "== bool", "+ bool", "and bool");
const matchings = [
  "",
  "",
  "",
  "on(x)",
  "ignoring(x)",
  "on(x) group_left",
  "on(x) group_left(y)",
  "ignoring() group_right(z)",
  "on(x) group_left(x)",
  "on()",
  "group_left(x)",
];

/** An expression of any kinds, so that most are wrong in some way. */
function anyExpression(random: Random, depth: number): string {
  const { pick, chance } = random;
  const part = (): string => anyExpression(random, depth - 1);
  const leaf = (): string => pick(leaves);
  if (depth <= 0) return leaf();
  const parts: readonly (() => string)[] = [
    () => `${part()} ${pick(operators)} ${pick(matchings)} ${part()}`,
    () => `${part()} ${pick(operators)} ${part()}`,
    () => `(${part()})`,
    () => `${pick(["-", "+", "- "])}${part()}`,
    () =>
      `${pick(["sum", "topk", "quantile", "count_values", "Group", "limitk"])}${pick([" ", " by (x) ", " by () "])}(${pick(["", "", "5, ", '"v", '])}${part()})`,
    () => `sum(${part()}) ${pick(["by (x)", "without (x, y)", 'by ("a.b")'])}`,
    () =>
      `${pick(["rate", "delta", "max_over_time", "absent_over_time", "mad_over_time"])}(${chance(0.7) ? "a[5m]" : part()})`,
    () =>
      `${pick(["abs", "absent", "scalar", "timestamp", "hour", "vector", "month", "info"])}(${chance(0.1) ? "" : part()})`,
    () => `${pick(["clamp_max", "round", "predict_linear", "histogram_quantile"])}(${part()}, ${leaf()})`,
    () => `${pick(["(", ""])}${part()}${pick([")", ""])}[${pick(["5m", "0s", "1h"])}:${pick(["", "1m"])}]`,
    () => `max_over_time((${part()})[1h:${pick(["", "1m", "0s"])}] ${pick(["", "offset 5m", "@ start()"])})`,
    () => `label_replace(${part()}, "a", "$1", "b", ${pick(['"(.*)"', "1", '"x"'])})`,
    () => `label_join(${part()}, "a", ${pick(['"-", "b"', '"-"', "1", '"-", a'])})`,
    () => `${part()} ${pick(["offset 5m", "@ 5", "[5m]", "# c"])}`,
  ];
  return pick(parts)();
}

const escapes = [
  "\\d",
  "\\n",
  '\\"',
  "\\'",
  "\\x41",
  "\\x",
  "\\u00e9",
  "\\ud800",
  "\\U0001f600",
  "\\U99999999",
  "\\101",
];
const characters = ["a", "'", "é", " ", "$", "{", "\\\\", "#"];

function anyString(random: Random): string {
  const quote = random.pick(['"', "'", "`"]);
  const length = Math.floor(random.number() * 4);
  const body = Array.from({ length }, () => random.pick(random.chance(0.4) ? escapes : characters)).join("");
  return `a{x=${quote}${body}${quote}}`;
}

const patternPieces =
  "a b 1 . * + ? *? {2} {2,} {3,1} {1001} { } ( ) (?: (?i) (?P<n> (?= (?! | ^ $ [ ] [a-c] [c-a] [^]a] [[:alpha:]] [[:x:]]"
    .split(" ")
    .concat(
      "\\d \\D \\y \\. \\- \\_ \\1 \\0 \\x41 \\x{41} \\pL \\p{Greek} \\p{Foo} \\Qa.b\\E \\z \\Z \\A \\b [\\d-z] [a-\\d] [\\b] \\".split(
        " ",
      ),
    );

function anyPattern(random: Random): string {
  const length = 1 + Math.floor(random.number() * 5);
  const pattern = Array.from({ length }, () => random.pick(patternPieces)).join("");
  return `a{x=~\`b${pattern}\`}`;
}

const depths = [0, 1, 1, 2, 2, 3];
const makers: Readonly<Record<string, (random: Random) => string>> = {
  expressions: (random) => anyExpression(random, random.pick(depths)),
  "string literals": anyString,
  "regular expressions": anyPattern,
};

describe.each(Object.entries(makers))("random %s", (_, make) => {
  test.each([1, 2])("that promtool refuses are refused, seed %i", async (seed) => {
    const random = seededRandom(seed);
    const texts = distinct(2000, () => make(random));
    const refused = await refusedByPromtool(texts);
    expect(texts.filter((text) => refused.has(text) && accepted(text))).toEqual([]);
    // Else there would be nothing to disagree about.
    expect(refused.size).toBeGreaterThan(200);
    expect(texts.filter(accepted).length).toBeGreaterThan(200);
  });
});

test("random string literals and regular expressions that promtool accepts are accepted", async () => {
  const random = seededRandom(3);
  const texts = distinct(3000, () => (random.chance(0.3) ? anyString(random) : anyPattern(random)));
  const refused = await refusedByPromtool(texts);
  // \x80 and the like are half a character; what they stand for cannot be written in a label of a definition.
  expect(texts.filter((text) => !refused.has(text) && !accepted(text))).toEqual([]);
});
