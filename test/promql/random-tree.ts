import fc from "fast-check";
import type {
  LabelMatcher,
  Timestamp,
  Node,
  SelectorNode,
  VectorMatching,
} from "../../generators/promql/tree.ts";
import type { BinaryOperator } from "../../generators/promql/operators.ts";

const arithmetic: readonly BinaryOperator[] = ["+", "-", "*", "/", "%", "^", "atan2", "and", "or", "unless"];
const comparisons: readonly BinaryOperator[] = ["==", "!=", ">", "<", ">=", "<="];

const text = fc.oneof(
  fc.constantFrom("x", '\\d+"', "it's", "é", "a\nb", "\u0085", "\u2028", "${x}", "`", "😀", "{}"),
  fc.string({ unit: "binary", maxLength: 5 }).filter((value) => value.isWellFormed()),
);
const label = fc.constantFrom("job", "le", "http.route", "a b");
const labels = fc.uniqueArray(label, { maxLength: 3 });
const duration = fc.constantFrom("5m", "1h30m", "90s");

const matcher: fc.Arbitrary<LabelMatcher> = fc.record({
  name: label,
  op: fc.constantFrom("=", "!=", "=~", "!~"),
  value: text,
});

const selector: fc.Arbitrary<SelectorNode> = fc.record({
  kind: fc.constant("selector"),
  metric: fc.constantFrom("up", "job:errors:ratio_rate5m", "http.requests"),
  matchers: fc.array(matcher, { maxLength: 2 }),
});

/** The grammar misreads `a - b offset 5m`, so these stand only where nothing else is. */
const modifiedSelector: fc.Arbitrary<SelectorNode> = fc
  .tuple(
    selector,
    fc.record(
      {
        offset: fc.constantFrom("1h", "-1h"),
        at: fc.constantFrom<Timestamp[]>("start()", "end()", 1_609_746_000),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([node, modifiers]) => ({ ...node, ...modifiers }));

const number: fc.Arbitrary<Node> = fc
  .oneof(
    fc.integer({ min: -10, max: 10 }),
    fc.constantFrom(0.05, 1e-7, 1e21, Infinity, -Infinity, Number.NaN),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
  )
  .map((value) => ({ kind: "number", value: value + 0 }));

const matching: fc.Arbitrary<VectorMatching | undefined> = fc.option(
  fc.oneof(
    fc.record({ on: labels }),
    fc.record({ ignoring: labels }),
    fc.record({ on: labels, groupLeft: labels }),
    fc.record({ ignoring: labels, groupRight: labels }),
  ),
  { nil: undefined },
);

/** A tree of any shape that the printer can meet, whether it makes sense to Prometheus or not. */
export const randomPromql: fc.Arbitrary<Node> = fc.letrec<{ tree: Node; argument: Node }>((tie) => ({
  argument: fc.oneof({ depthSize: "small" }, modifiedSelector, ranged(tie("tree")), tie("tree")),
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 6 },
    { weight: 2, arbitrary: selector },
    { weight: 1, arbitrary: number },
    { weight: 4, arbitrary: binary(tie("tree")) },
    { weight: 1, arbitrary: tie("tree").map((of) => ({ kind: "negation", of }) as const) },
    { weight: 1, arbitrary: call(tie("argument")) },
    { weight: 1, arbitrary: aggregation(tie("argument")) },
  ),
})).tree;

function binary(side: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  const compared = fc.tuple(fc.constantFrom(...comparisons), fc.boolean());
  const calculated = fc.tuple(fc.constantFrom(...arithmetic), fc.constant(false));
  return fc
    .tuple(fc.oneof(calculated, compared), side, side, matching)
    .map(([[op, bool], left, right, options]) => ({
      kind: "binary",
      op,
      left,
      right,
      ...(bool ? { bool } : {}),
      ...(options ? { matching: options } : {}),
    }));
}

function call(argument: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  const string: fc.Arbitrary<Node> = text.map((value) => ({ kind: "string", value }));
  return fc.record({
    kind: fc.constant("call"),
    name: fc.constantFrom("abs", "clamp_min", "label_replace"),
    args: fc.array(fc.oneof(argument, string), { minLength: 1, maxLength: 3 }),
  });
}

function aggregation(argument: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  const grouping = fc.oneof(fc.constant({}), fc.record({ by: labels }), fc.record({ without: labels }));
  return fc
    .tuple(fc.constantFrom("sum", "topk"), fc.array(argument, { minLength: 1, maxLength: 2 }), grouping)
    .map(([name, args, groups]) => ({ kind: "aggregation", name, args, ...groups }));
}

function ranged(of: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  const range = fc.record({ kind: fc.constant("range"), of: modifiedSelector, range: duration });
  const subquery = fc
    .tuple(fc.oneof(of, modifiedSelector), duration, fc.option(duration, { nil: undefined }))
    .map(([node, span, step]) => ({
      kind: "subquery" as const,
      of: node,
      range: span,
      ...(step === undefined ? {} : { step }),
    }));
  return fc.oneof(range, subquery);
}
