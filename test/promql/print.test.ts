import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AggregationNode,
  callNode,
  numberNode,
  stringNode,
  type Node,
  type SelectorNode,
  type VectorMatching,
} from "../../generators/promql/tree.ts";
import type { BinaryOperator } from "../../generators/promql/operators.ts";
import { quotePromql } from "../../generators/promql/literal.ts";
import { print, printPromql } from "../../generators/promql/print.ts";
import { randomPromql } from "./random-tree.ts";
import { readPromql } from "../../generators/promql/read.ts";
import { withoutSpans } from "./without-spans.ts";

const select = (metric: string): SelectorNode => ({ kind: "selector", metric, matchers: [] });
const [a, b, c] = [select("a"), select("b"), select("c")] as const;
const join = (left: Node, op: BinaryOperator, right: Node): Node => ({ kind: "binary", op, left, right });
const negate = (of: Node): Node => ({ kind: "negation", of });
const text = (...parts: readonly (string | Node)[]): Node => ({
  kind: "text",
  parts,
  place: { file: "alerts.ts", line: 1 },
});

describe("parentheses stand where they are needed, and nowhere else", () => {
  test.each<[string, Node]>([
    ["a + b * c", join(a, "+", join(b, "*", c))],
    ["(a + b) * c", join(join(a, "+", b), "*", c)],
    ["a - b - c", join(join(a, "-", b), "-", c)],
    ["a - (b - c)", join(a, "-", join(b, "-", c))],
    ["a ^ b ^ c", join(a, "^", join(b, "^", c))],
    ["(a ^ b) ^ c", join(join(a, "^", b), "^", c)],
    ["a or b and c", join(a, "or", join(b, "and", c))],
    ["(a or b) and c", join(join(a, "or", b), "and", c)],
    ["a > b and c", join(join(a, ">", b), "and", c)],
    ["(a > b) + c", join(join(a, ">", b), "+", c)],
    ["-a", negate(a)],
    ["-(a + b)", negate(join(a, "+", b))],
    ["(-a) ^ b", join(negate(a), "^", b)],
    ["-(a ^ b)", negate(join(a, "^", b))],
    ["a * (-b)", join(a, "*", negate(b))],
    ["a - (-5)", join(a, "-", numberNode(-5))],
    ["abs(-5)", callNode("abs", numberNode(-5))],
    ["(a or b) * 2", join(text("a or b"), "*", numberNode(2))],
    ["abs((a + b))", text("abs(", join(a, "+", b), ")")],
    ["abs(a)", callNode("abs", text("a"))],
    ["max_over_time(a[5m:])", callNode("max_over_time", { kind: "subquery", of: a, range: "5m" })],
    [
      "max_over_time((-a)[5m:1m])",
      callNode("max_over_time", { kind: "subquery", of: negate(a), range: "5m", step: "1m" }),
    ],
  ])("%s", (printed, node) => {
    expect(printPromql(node)).toBe(printed);
  });
});

describe("each kind of node", () => {
  const up: SelectorNode = { ...select("up"), matchers: [{ name: "job", op: "!=", value: "api" }] };
  const sum = (grouping: Pick<AggregationNode, "by" | "without">): Node => {
    return { kind: "aggregation", name: "sum", args: [a], ...grouping };
  };
  const matched = (matching: VectorMatching): Node => ({
    kind: "binary",
    op: "*",
    left: a,
    right: b,
    matching,
  });

  test.each<[string, Node]>([
    ["5.5", numberNode(5.5)],
    ["1h30m", { kind: "number", value: 5400, asDuration: true }],
    ["-5m", { kind: "number", value: -300, asDuration: true }],
    ['"text"', stringNode("text")],
    ['up{job!="api"}', up],
    ['up{job!="api"} offset 1h @ end()', { ...up, offset: "1h", at: "end()" }],
    ["a offset -1h", { ...a, offset: "-1h" }],
    ["a @ 1609746000", { ...a, at: 1_609_746_000 }],
    ['up{job!="api"}[5m] offset 1h', { kind: "range", of: { ...up, offset: "1h" }, range: "5m" }],
    ["a[1h:1m] offset 1d", { kind: "subquery", of: a, range: "1h", step: "1m", offset: "1d" }],
    ["(a offset 5m)[1h:]", { kind: "subquery", of: { ...a, offset: "5m" }, range: "1h" }],
    ["time()", callNode("time")],
    ["clamp(a, 1, 2)", callNode("clamp", a, numberNode(1), numberNode(2))],
    ["sum(a)", sum({})],
    ["sum by (job, le) (a)", sum({ by: ["job", "le"] })],
    ["sum by () (a)", sum({ by: [] })],
    ["sum without (le) (a)", sum({ without: ["le"] })],
    ["topk(5, a)", { kind: "aggregation", name: "topk", args: [numberNode(5), a] }],
    ["a > bool b", { kind: "binary", op: ">", left: a, right: b, bool: true }],
    ["a * on(x) b", matched({ on: ["x"] })],
    ["a * ignoring(x, y) group_left() b", matched({ ignoring: ["x", "y"], groupLeft: [] })],
    ["a * on(x) group_right(y) b", matched({ on: ["x"], groupRight: ["y"] })],
    ["-a", negate(a)],
    ["sum(a) by (job)", text("sum(", a, ") by (job)")],
  ])("%s", (printed, node) => {
    expect(printPromql(node)).toBe(printed);
  });
});

describe("numbers are literals of PromQL", () => {
  test.each([
    [0.05, "0.05"],
    [1_073_741_824, "1073741824"],
    [-1.5, "-1.5"],
    [-0, "0"],
    [1e-7, "1e-7"],
    [1e21, "1e+21"],
    [Infinity, "Inf"],
    [-Infinity, "-Inf"],
    [Number.NaN, "NaN"],
  ])("%d", (value, printed) => {
    expect(printPromql(numberNode(value))).toBe(printed);
  });
});

describe("strings are quoted", () => {
  test.each([
    ["plain", '"plain"'],
    ['a "b"', '"a \\"b\\""'],
    ["\\d+", '"\\\\d+"'],
    ["line\nbreak", '"line\\nbreak"'],
    ["it's 5 %", `"it's 5 %"`],
    ["é 😀", '"é 😀"'],
    ["\u0000\u0085\u2028\ufeff", '"\\u0000\\u0085\\u2028\\ufeff"'],
  ])("%j", (value, printed) => {
    expect(quotePromql(value)).toBe(printed);
    expect(printPromql(callNode("label_replace", a, stringNode(value)))).toBe(`label_replace(a, ${printed})`);
  });

  test("but for half a character, which is no text", () => {
    expect(() => quotePromql("\ud800")).toThrow("must be well-formed Unicode");
  });

  test("and read back as the same, by the escapes that JSON and PromQL share", () => {
    const anyText = fc.string({ unit: "binary" }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(anyText, (value) => {
        const quoted = quotePromql(value);
        expect(JSON.parse(quoted)).toBe(value);
        expect(quoted).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
      }),
      { seed: 1, numRuns: 800 },
    );
  });
});

describe("names that PromQL does not know without quotes are quoted", () => {
  test.each<[string, Node]>([
    ['{__name__="up"}', { ...select(""), matchers: [{ name: "__name__", op: "=", value: "up" }] }],
    ['{"http.requests"}', select("http.requests")],
    [
      '{"http.requests", "http.route"="/"}',
      { ...select("http.requests"), matchers: [{ name: "http.route", op: "=", value: "/" }] },
    ],
    [
      'sum by (job, "http.route") (a)',
      { kind: "aggregation", name: "sum", by: ["job", "http.route"], args: [a] },
    ],
  ])("%s", (printed, node) => {
    expect(printPromql(node)).toBe(printed);
  });
});

/** What the printed text is read as: a negated number is a number to the grammar. */
function asRead(node: Node): Node {
  switch (node.kind) {
    case "negation": {
      const of = asRead(node.of);
      // A number below 0 stands in parentheses, so its sign is another.
      return of.kind === "number" && !(of.value < 0) ? numberNode(0 - of.value) : { ...node, of };
    }
    case "binary":
      return { ...node, left: asRead(node.left), right: asRead(node.right) };
    case "call":
    case "aggregation":
      return { ...node, args: node.args.map(asRead) };
    case "subquery":
      return { ...node, of: asRead(node.of) };
    default:
      return node;
  }
}

test("the grammar of Prometheus reads from the text the tree that was printed", () => {
  fc.assert(
    fc.property(randomPromql, (node) => {
      expect(withoutSpans(readPromql(printPromql(node)))).toEqual(withoutSpans(asRead(node)));
    }),
    { seed: 1, numRuns: 800 },
  );
});

test("the tree that is printed knows where it stands, as if the text had been read", () => {
  fc.assert(
    fc.property(randomPromql, (node) => {
      const { expr, node: printed } = print(node);
      expect(printed).toEqual(readPromql(expr));
    }),
    { seed: 2, numRuns: 800 },
  );
});

test.each([
  "a / b offset 5m",
  "-a offset 5m",
  "abs((-b)[5m:] @ end()) + a offset 5m",
  "a / on(x) (b - c @ 5) > 1",
])("%s has its places, with what is moved in time at the end of something larger", (text) => {
  const node = readPromql(text) ?? stringNode(text);
  expect(print(node)).toEqual({ expr: text, node });
});

test("and so does one that is printed again after it was read: what was around it is not", () => {
  const { expr, node } = print(readPromql("((a) + +b)[5m:] offset 1h") ?? numberNode(0));
  expect(expr).toBe("(a + b)[5m:] offset 1h");
  expect(node).toEqual(readPromql(expr));
});

describe("what is read from text", () => {
  const pieces = (text: string): string[] => {
    const found: string[] = [];
    const cut = (span: { readonly from: number; readonly to: number } | undefined) => {
      if (span) found.push(text.slice(span.from, span.to));
    };
    JSON.stringify(readPromql(text), (key, value: { readonly from: number; readonly to: number }) => {
      if (/span$/i.test(key)) cut(value);
      return value;
    });
    return found;
  };

  test.each<[string, string[]]>([
    [
      'a{x="1"}[5m] offset 1h @ end()',
      ['x="1"', "offset 1h", "@ end()", 'a{x="1"}', "a", 'a{x="1"}[5m]', "5m"],
    ],
    ["(b)[1h:1m] offset 1d", ["b", "b", "1m", "offset 1d", "(b)[1h:1m]", "1h"]],
    ["(a) / on (x) b", ["a", "a", "b", "b", "on (x)", "(a) / on (x) b", "/"]],
    ["-2 ^ a", ["2", "a", "a", "2 ^ a", "^", "-2 ^ a"]],
  ])("%s knows where it stood", (text, expected) => {
    expect(pieces(text).sort()).toEqual(expected.sort());
  });

  test("parentheses and plus signs are around it", () => {
    expect(readPromql("+((a))")?.around?.map(({ sign }) => sign)).toEqual(["(", "(", "+"]);
  });

  test("a sign before a power is one of the power, as in Prometheus", () => {
    expect(printPromql(readPromql("-2 ^ a") ?? numberNode(0))).toBe("-(2 ^ a)");
  });

  test("a subquery keeps its place in time", () => {
    const text = "max_over_time(a[1h:1m] offset 1d @ end())";
    expect(printPromql(readPromql(text) ?? numberNode(0))).toBe(text);
  });

  test.each(['a{x="\\d"}', 'a{"b"}', '{""}', "a[5m] + 5m3h"])("%s is refused, as by Prometheus", (text) => {
    expect(readPromql(text)).toBeUndefined();
  });
});
