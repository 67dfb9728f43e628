import { expect, test } from "vitest";
import { evaluate } from "../../generators/promql/evaluate/evaluate.ts";
import type { EvaluatedSeries, EvaluationWorld } from "../../generators/promql/evaluate/world.ts";
import { recordedNode } from "../../generators/promql/recorded-node.ts";
import { readPromql } from "../../generators/promql/read.ts";
import type { Node } from "../../generators/promql/tree.ts";

function nodeOf(expr: string): Node {
  const node = readPromql(expr);
  if (!node) throw new Error(`${expr} cannot be read`);
  return node;
}

const series = (metric: string, labels: Record<string, string>, level: number): EvaluatedSeries => ({
  metric,
  labels,
  level,
  growth: 0,
  everyMs: 15_000,
});
const all = [series("a", { x: "1" }, 1), series("b", { x: "1" }, 2), series("b", { x: "2" }, 3)];

function worldOf(...rules: { expr: string; labels?: Record<string, string> }[]): EvaluationWorld {
  const recorded = rules.map(({ expr, labels }) => ({
    name: "r",
    node: nodeOf(expr),
    ...(labels && { labels }),
  }));
  return {
    seriesOf: (metric) => all.filter((one) => one.metric === metric),
    recorded: (name) => (name === "r" ? recordedNode(recorded) : undefined),
    nowSeconds: 0,
    speed: 1,
    isAlways: true,
  };
}

test("one rule without labels is its expression itself", () => {
  const node = nodeOf("a");
  expect(recordedNode([{ name: "r", node }])).toBe(node);
  expect(recordedNode([])).toBeUndefined();
});

test("a label is added, or replaces what the expression has, whatever its text", () => {
  const world = worldOf({ expr: "a", labels: { x: "$1 ${y} $$", tier: "web" } });
  expect(evaluate(nodeOf("r"), world)).toEqual([{ labels: { x: "$1 ${y} $$", tier: "web" }, value: 1 }]);
});

test("one that reads itself comes to an end", () => {
  expect(evaluate(nodeOf("r"), worldOf({ expr: "r * 2" }))).toEqual([]);
  expect(evaluate(nodeOf("r"), worldOf({ expr: "a or max_over_time(r[5m:])" }))).not.toBe(0);
});

test("all rules of a name record, and a selector tells them apart", () => {
  const world = worldOf({ expr: "a", labels: { tier: "a" } }, { expr: "b", labels: { tier: "b" } });
  expect(evaluate(nodeOf("r"), world)).toEqual([
    { labels: { x: "1", tier: "a" }, value: 1 },
    { labels: { x: "1", tier: "b" }, value: 2 },
    { labels: { x: "2", tier: "b" }, value: 3 },
  ]);
  expect(evaluate(nodeOf('sum(r{tier="b"})'), world)).toEqual([{ labels: {}, value: 5 }]);
});
