// What was written becomes text and tree: by words without being read, as text by being read once.
import { describe, expect, test } from "vitest";
import { expressionPlace, readingOf } from "../../generators/promql/reading.ts";
import { readText } from "../../generators/promql/read.ts";
import { callNode, type Node, type SelectorNode } from "../../generators/promql/tree.ts";
import { writtenAs } from "./of-text.ts";

const a: SelectorNode = { kind: "selector", metric: "a", matchers: [] };
const place = { file: "alerts.ts", line: 1 };

test("words are printed, and their tree knows its places", () => {
  const { expr, node, diagnostics } = readingOf(callNode("abs", a));
  expect(expr).toBe("abs(a)");
  expect(node).toEqual(readText(expr).node);
  expect(diagnostics).toEqual([]);
});

test("words that hold text are read as a whole", () => {
  const { expr, node } = readingOf(callNode("abs", writtenAs("a  or b")));
  expect(expr).toBe("abs(a  or b)");
  expect(node).toEqual(readText(expr).node);
});

test("text stays as its author wrote it, and what Prometheus refuses in it is told", () => {
  expect(readingOf(writtenAs("sum(a)  by(job)")).expr).toBe("sum(a)  by(job)");
  const { expr, node, diagnostics } = readingOf(writtenAs("sum(a"));
  expect([expr, node]).toEqual(["sum(a", undefined]);
  expect(diagnostics).toMatchObject([{ message: "the expression ends too early" }]);
});

test("variables of Grafana are read where they may appear", () => {
  expect(readingOf(writtenAs("rate(a[$__rate_interval])")).node).toBeUndefined();
  expect(readingOf(writtenAs("rate(a[$__rate_interval])"), { variables: true }).node).toBeDefined();
});

describe("what is still to be changed", () => {
  const renamed = (node: Node): Node => (node.kind === "selector" ? { ...node, metric: "b" } : node);

  test("is changed before words are printed, and after text is read", () => {
    for (const written of [a, writtenAs(" a ")]) {
      const { expr, node } = readingOf(written, { change: renamed });
      expect(expr).toBe("b");
      expect(node).toEqual(readText("b").node);
    }
  });

  test("and text in which nothing is changed stays as it is", () => {
    expect(readingOf(writtenAs("abs( a )"), { change: renamed }).expr).toBe("abs( a )");
  });
});

test("an expression stands where its first text does, and one of words nowhere of its own", () => {
  expect(expressionPlace(callNode("abs", a))).toBeUndefined();
  expect(expressionPlace(callNode("abs", writtenAs("a")))).toEqual(place);
});
