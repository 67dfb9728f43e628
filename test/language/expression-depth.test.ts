import { expect, test } from "vitest";
import { promql } from "../../generators/language/index.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { formatDiagnostic } from "../../generators/promql/analysis.ts";
import { deepest, deepestText, depthOf } from "../../generators/language/expression/depth.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { readText } from "../../generators/promql/read.ts";

const nested = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}shop_orders${close.repeat(levels)}`;

const added = (times: number) =>
  Array.from({ length: times }).reduce((sum: ReturnType<typeof first>) => sum.add(1), first());
const first = () => promql`shop_orders`.add(0);

test("an expression of words is as deep as it may be, prints, and is read again", () => {
  const deep = added(deepest - 2);
  expect(depthOf(nodeOf(deep))).toBe(deepest);
  const read = readText(printPromql(nodeOf(deep)));
  expect(read.diagnostics).toEqual([]);
});

test("one level more is refused where it is written", () => {
  const message = `an expression is nested more than ${deepest} levels deep; build it in parts, each recorded by a rule`;
  expect(() => added(deepest - 1)).toThrow(new RangeError(message));
  expect(() => added(20_000)).toThrow(RangeError);
});

test.each([
  ["(", ")"],
  ["-(", ")"],
  ["0 + (", ")"],
  ["abs(", ")"],
  ["sum(", ")"],
  ["max_over_time((", ")[5m:])"],
])("a text that nests %j ten thousand times is refused, and not read", (open, close) => {
  const text = nested(10_000, open, close);
  const { node, diagnostics } = readText(text);
  expect(node).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { message: `an expression is nested more than ${deepestText} levels deep, parentheses included` },
  ]);
});

test("a text is as deep as it may be", () => {
  expect(readText(nested(deepestText, "(", ")")).diagnostics).toEqual([]);
});

test("of a long line only what is around the mark is shown", () => {
  const text = nested(10_000, "(", ")");
  const [diagnostic] = readText(text).diagnostics;
  if (!diagnostic) throw new Error("it was read");
  const [, line = "", mark = ""] = formatDiagnostic(text, diagnostic).split("\n");
  expect(line).toMatch(/^ {2}…\(+…$/);
  expect(line.length).toBeLessThan(400);
  expect(mark).toMatch(/^ {2} +\^+$/);
  expect(mark.length).toBeLessThanOrEqual(line.length);
});
