import { describe, expect, test } from "vitest";
import { canonical, canonicalText } from "../../generators/promql/canonical.ts";
import { evaluate } from "../../generators/promql/evaluate/evaluate.ts";
import { seriesKey } from "../../generators/promql/evaluate/value.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../generators/promql/evaluate/world.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { mapParts } from "../../generators/promql/rewrite.ts";
import { readPromql } from "../../generators/promql/read.ts";
import type { Node } from "../../generators/promql/tree.ts";
import { randomVector } from "./random-expression.ts";
import { seededRandom, type Random } from "./seeded-random.ts";
import { changed, shuffled } from "./shuffled.ts";

function read(text: string): Node {
  const node = readPromql(text);
  if (!node) throw new Error(`no PromQL: ${text}`);
  return node;
}

const formOf = (text: string): string => canonicalText(read(text));

describe("what is the same but for spelling and order has one form", () => {
  test.each([
    ["the order of matchers", 'up{a="1",b="2"}', 'up{b="2", a="1"}'],
    ["a matcher said twice", 'up{a="1",a="1"}', 'up{a="1"}'],
    ["the name as a matcher", '{__name__="up",a="1"}', 'up{a="1"}'],
    ["a pattern that is one text", 'up{a=~"x"}', 'up{a="x"}'],
    ["what is anchored anyway", 'up{a=~"^(?:5..)$"}', 'up{a=~"5.."}'],
    ["a group around all of a pattern", 'up{a=~"(y|x)"}', 'up{a=~"x|y"}'],
    ["the order in a pattern of texts", 'up{a!~"x|y"}', 'up{a!~"y|x"}'],
    ["the order of labels", "sum by (a, b) (up)", "sum by (b, a) (up)"],
    ["nothing to group by", "sum by () (up)", "sum(up)"],
    ["nothing to ignore", "a - ignoring () b", "a - b"],
    ["durations", "rate(x[300s] offset 60s)", "rate(x[5m] offset 1m)"],
    ["no offset", "x offset 0s", "x"],
    ["parentheses and a plus", "((a)) > (+5)", "a > 5"],
    ["numbers worked out", "x > 2 * 60 + 5", "x > 125"],
    ["a duration as a number", "x > 5m", "x > 300"],
    ["the side of a number", "5 < x", "x > 5"],
    ["what may be exchanged", "a + on (j) group_left b", "b + on (j) group_right a"],
    ["equal or not, as a number", "a == bool b", "b == bool a"],
    ["the order of what lets through", "a and b unless c", "a unless c and b"],
    ["what lets through, said twice", "a and b and b", "a and b"],
  ])("%s", (_, one, other) => {
    expect(formOf(one)).toBe(formOf(other));
  });
  test.each([
    ["a number", "x > 5", "x > 6"],
    ["the direction", "x > 5", "x < 5"],
    ["the side of a vector in a comparison, whose samples are kept", "a == b", "b == a"],
    ["the order of or", "a or b", "b or a"],
    ["the order of and", "a and b", "b and a"],
    ["the order of a difference", "a - b", "b - a"],
    ["the order of adding three, which rounds otherwise", "a + b + c", "c + b + a"],
    ["grouping by nothing and leaving out nothing", "sum without () (up)", "sum(up)"],
    ["an anchor within", 'up{a=~"x^(a)$"}', 'up{a=~"x(a)"}'],
    ["what a pattern more than lists", 'up{a=~"x.*"}', 'up{a="x.*"}'],
    ["the sign of nothing", "x / -0", "x / 0"],
    ["a sign that takes the name away", "--x", "x"],
  ])("but not %s", (_, one, other) => {
    expect(formOf(one)).not.toBe(formOf(other));
  });
});

// A few are enough for each run; the seeds stand in what fails.
const runs = 300;

test("random expressions and their other spellings have one form, and that has itself", () => {
  let looked = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const random = seededRandom(seed);
    // Of those that the grammar misreads, such as `a offset 5m - on (x) group_left (b)`, nothing is known.
    const node = readPromql(randomVector(random, 3));
    if (!node) continue;
    looked += 1;
    const other = shuffled(node, random);
    expect(canonicalText(other), `seed ${seed}: ${printPromql(node)}`).toBe(canonicalText(node));
    const form = canonical(node);
    expect(canonicalText(form), `seed ${seed}`).toBe(printPromql(form));
  }
  expect(looked).toBeGreaterThan(runs / 2);
});

/** Series of few labels and few values, so that much belongs together and much is equal. */
function randomWorld({ pick }: Random): EvaluationWorld {
  const series = ["a", "b", "c"].flatMap((metric) =>
    ["x", "y"].flatMap((zone): EvaluatedSeries[] =>
      ["1", "2"].flatMap((kind) => {
        const level = pick([0, 1, 2, 3, -1, 0.1, "missing"] as const);
        return { metric, labels: { zone, kind }, level, growth: 0, everyMs: 60_000 };
      }),
    ),
  );
  return {
    seriesOf: (metric) => series.filter((one) => one.metric === metric),
    recorded: () => undefined,
    nowSeconds: 0,
    speed: 1,
    isAlways: true,
  };
}

function randomSmall(random: Random, depth: number): string {
  const { pick } = random;
  if (depth === 0) return pick(["a", "b", "c", 'a{zone="x"}', 'b{kind!="1",zone=~"x|y"}', "1", "2", "0.1"]);
  const part = () => randomSmall(random, depth - 1);
  const vector = () => pick(["a", "b", "c", `(${part()} + a)`]);
  return pick([
    () => `(${part()} ${pick(["+", "*", "-", "/"])} ${vector()})`,
    () => `(${vector()} ${pick(["+", "*", "-", "/"])} ${part()})`,
    () => `(${vector()} ${pick([">", "<", ">=", "=="])} ${pick(["1", "2", "b", "c"])})`,
    () => `(${pick(["1", "2"])} ${pick([">", "<", "<="])} ${vector()})`,
    () =>
      `(${vector()} ${pick(["and", "or", "unless"])} ${pick(["", "on (zone)", "ignoring (kind)"])} ${vector()})`,
    () => `(${vector()} > bool ${vector()})`,
    () =>
      `${pick(["sum", "max", "count"])} ${pick(["by (zone)", "by (kind, zone)", "without (kind)", ""])} (${vector()})`,
    () => `-${vector()}`,
  ])();
}

test("two expressions with one form give the same on random series", () => {
  let compared = 0;
  for (let seed = 1; seed <= 3 * runs; seed += 1) {
    const random = seededRandom(seed);
    const node = read(randomSmall(random, 3));
    for (const other of [
      shuffled(node, random),
      changed(node, random),
      changed(shuffled(node, random), random),
    ]) {
      if (canonicalText(other) !== canonicalText(node) || printPromql(other) === printPromql(node)) continue;
      for (let worlds = 0; worlds < 3; worlds += 1) {
        const world = randomWorld(random);
        const [one, two] = [node, other].map((expression) => resultOf(expression, world));
        expect(two, `seed ${seed}: ${printPromql(node)} and ${printPromql(other)}`).toEqual(one);
      }
      compared += 1;
    }
  }
  // Or the test would say nothing.
  expect(compared).toBeGreaterThan(runs);
});

/** In an order of its own: Prometheus promises none. */
function resultOf(node: Node, world: EvaluationWorld): unknown {
  // The evaluation takes a metric by its name before the braces.
  const value = evaluate(named(node), world);
  if (typeof value !== "object") return value;
  return value
    .map((element) => [seriesKey(element), element.value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function named(node: Node): Node {
  if (node.kind !== "selector" || node.metric !== "") return mapParts(node, named);
  const { matchers } = node;
  const name = matchers.find((matcher) => matcher.name === "__name__");
  return { ...node, metric: name?.value ?? "", matchers: matchers.filter((matcher) => matcher !== name) };
}
