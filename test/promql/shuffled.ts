// Other spellings of an expression that mean the same, and small changes of it that mostly do not.
import { comparisons, isComparison } from "../../generators/promql/operators.ts";
import { mapParts } from "../../generators/promql/rewrite.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type LabelMatcher,
  type Node,
  numberNode,
  type VectorMatching,
} from "../../generators/promql/tree.ts";
import type { Random } from "./seeded-random.ts";

/** The same with other spellings and orders wherever these do not count. */
export function shuffled(node: Node, random: Random): Node {
  const inner = mapParts(node, (part) => shuffled(part, random));
  switch (inner.kind) {
    case "number":
      return random.chance(0.3) && Number.isInteger(inner.value) ? sumOf(inner.value) : inner;
    case "selector":
      return { ...inner, ...respelt(inner.metric, inner.matchers, random) };
    case "range": {
      const { metric, matchers } = inner.of;
      return {
        ...inner,
        of: { ...inner.of, ...respelt(metric, matchers, random) },
        range: otherDuration(inner.range),
      };
    }
    case "aggregation":
      return reordered(inner, random);
    case "binary":
      return exchanged(inner, random);
    default:
      return inner;
  }
}

/** A small change somewhere, of which it is not known whether it means something. */
export function changed(node: Node, random: Random): Node {
  if (random.chance(0.4))
    return mapParts(node, (part) => (random.chance(0.6) ? changed(part, random) : part));
  switch (node.kind) {
    case "number":
      return numberNode(random.pick([0, 1, -1, 2, node.value + 1, -node.value]));
    case "selector":
      return {
        ...node,
        matchers: random.chance(0.5) ? node.matchers.slice(1) : [...node.matchers].reverse(),
      };
    case "aggregation": {
      const { by, without, ...rest } = node;
      const labels = by ?? without ?? ["zone"];
      return random.pick<Node>([
        { ...rest, by: labels },
        { ...rest, without: labels },
        rest,
        { ...node, name: "max" },
      ]);
    }
    case "binary": {
      const op = random.pick([node.op, "and", "unless", "or", ">", "<", ">=", "==", "+", "-", "*"] as const);
      const { bool, matching, ...rest } = node;
      const turned = random.chance(0.5) ? { left: node.right, right: node.left } : {};
      const matched = random.chance(0.3) ? {} : { ...(matching && { matching }) };
      return { ...rest, ...(bool && isComparison(op) && { bool }), ...matched, op, ...turned };
    }
    case "negation":
      return node.of;
    default:
      return node;
  }
}

function sumOf(value: number): Node {
  return { kind: "binary", op: "+", left: numberNode(value - 1), right: numberNode(1) };
}

function respelt(metric: string, matchers: readonly LabelMatcher[], random: Random) {
  const spelt = matchers.map(({ name, op, value }): LabelMatcher =>
    op === "=" && /^[\w-]+$/.test(value) && random.chance(0.3)
      ? { name, op: "=~", value }
      : { name, op, value },
  );
  const mixed = inAnyOrder([...spelt, ...spelt.slice(0, random.chance(0.2) ? 1 : 0)], random);
  // Only what is a plain name may stand before braces.
  const isInside = random.chance(0.3) && metric !== "" && !mixed.some(({ name }) => name === "__name__");
  return isInside
    ? { metric: "", matchers: [...mixed, { name: "__name__", op: "=", value: metric } as const] }
    : { metric, matchers: mixed };
}

function otherDuration(text: string): string {
  return text === "5m" ? "300s" : text;
}

function reordered({ by, without, ...rest }: AggregationNode, random: Random): Node {
  return {
    ...rest,
    ...(by && { by: inAnyOrder(by, random) }),
    ...(without && { without: inAnyOrder(without, random) }),
  };
}

function exchanged(node: BinaryNode, random: Random): Node {
  if (random.chance(0.5)) return node;
  const { op, bool, left, right, matching } = node;
  const turned = {
    ...node,
    left: right,
    right: left,
    ...(matching && { matching: turnedMatching(matching) }),
  };
  if (op === "+" || op === "*" || ((op === "==" || op === "!=") && bool)) return turned;
  if (isComparison(op) && right.kind === "number" && left.kind !== "number") {
    return { ...turned, op: comparisons[op].mirrored };
  }
  const isFilter = (one: Node): one is BinaryNode =>
    one.kind === "binary" && (one.op === "and" || one.op === "unless");
  // a and b unless c: each looks at the labels of a.
  if (isFilter(node) && isFilter(left)) return { ...left, left: { ...node, left: left.left } };
  return node;
}

function turnedMatching({ groupLeft, groupRight, ...rest }: VectorMatching): VectorMatching {
  return {
    ...rest,
    ...(groupLeft && { groupRight: groupLeft }),
    ...(groupRight && { groupLeft: groupRight }),
  };
}

function inAnyOrder<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => ({ one, at: random.number() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
