import { aggregationNamed } from "../../promql/aggregations.ts";
import { functionNamed } from "../../promql/functions.ts";
import { isComparison, isSetOperator, sets } from "../../promql/operators.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type CallNode,
  metricNameOf,
  type Node,
  type SelectorNode,
} from "../../promql/tree.ts";

/** An expression that reads series, and what is asked of its result. */
export interface Asking {
  readonly node: Node;
  /** Labels that somebody names behind it, as the texts of an alert do. */
  readonly labels: readonly string[];
  /** What it is recorded as; undefined of an alert. */
  readonly records: string | undefined;
  /** Labels that its rule sets. */
  readonly sets: readonly string[];
}

/** What is known of labels while they are worked out. */
export interface World {
  readonly labels: Map<string, Set<string>>;
  readonly given: (name: string) => readonly string[];
  readonly recorded: ReadonlyMap<string, readonly Asking[]>;
  changed: boolean;
}

/** So many recordings may rest on one another; a circle ends there. */
const deepest = 30;

/** The labels of a result, as they are known so far. */
export function labelsOf(world: World, node: Node, depth = 0): ReadonlySet<string> {
  const inner = (part: Node | undefined) =>
    part && depth < 200 ? labelsOf(world, part, depth + 1) : new Set<string>();
  switch (node.kind) {
    case "selector":
      return ofSelector(world, node, depth);
    case "range":
    case "subquery":
    case "negation":
      return inner(node.of);
    case "call":
      return ofCall(node, inner);
    case "aggregation":
      return ofAggregation(node, inner);
    case "binary":
      return ofBinary(node, inner);
    case "number":
    case "string":
    case "text":
      return new Set();
  }
}

type Inner = (part: Node | undefined) => ReadonlySet<string>;

function ofSelector(world: World, node: SelectorNode, depth: number): ReadonlySet<string> {
  const name = metricNameOf(node) ?? "";
  const recordings = world.recorded.get(name);
  if (!recordings || depth > deepest) return ownLabels(world, name);
  const sides = recordings.map((one) => new Set([...labelsOf(world, one.node, depth + 1), ...one.sets]));
  const [first = new Set<string>(), ...others] = sides;
  return new Set([...first].filter((label) => others.every((labels) => labels.has(label))));
}

export function ownLabels({ labels, given }: World, name: string): Set<string> {
  const known = labels.get(name) ?? new Set(given(name));
  labels.set(name, known);
  return known;
}

function ofCall({ name, args }: CallNode, inner: Inner): ReadonlySet<string> {
  const row = functionNamed(name);
  if (!row || row.labels === "none" || row.gives === "scalar") return new Set();
  if (row.labels === "asked for") {
    const [of] = args;
    const selector = of?.kind === "range" ? of.of : of;
    const matchers = selector?.kind === "selector" ? selector.matchers : [];
    return new Set(
      matchers.filter(({ op, name: label }) => op === "=" && label !== "__name__").map((one) => one.name),
    );
  }
  const data = args.find(isSeries);
  const made = row.labels === "rewritten" ? madeLabel(args) : [];
  const all = [...inner(data), ...made];
  return new Set(row.labels === "without le" ? all.filter((label) => label !== "le") : all);
}

export function madeLabel(args: readonly Node[]): readonly string[] {
  const [first] = args.flatMap((arg) => (arg.kind === "string" ? [arg.value] : []));
  return first === undefined ? [] : [first];
}

export function isSeries(node: Node): boolean {
  return node.kind !== "string" && node.kind !== "number";
}

function ofAggregation({ name, args, by = [], without }: AggregationNode, inner: Inner): ReadonlySet<string> {
  const of = inner(args.at(-1));
  if (aggregationNamed(name)?.labels === "kept") return of;
  const [first] = args;
  const counted =
    aggregationNamed(name)?.labels === "counted" && first?.kind === "string" ? [first.value] : [];
  return new Set([...(without ? [...of].filter((label) => !without.includes(label)) : by), ...counted]);
}

function ofBinary({ op, left, right, matching = {} }: BinaryNode, inner: Inner): ReadonlySet<string> {
  const [one, other] = [inner(left), inner(right)];
  if (!givesSeries(left)) return other;
  if (!givesSeries(right)) return one;
  const { on, ignoring = [], groupLeft, groupRight } = matching;
  if (isSetOperator(op)) {
    if (sets[op].takes === "left") return one;
    return isCondition(left) && isCondition(right)
      ? new Set([...one].filter((label) => other.has(label)))
      : new Set([...one, ...other]);
  }
  if (groupLeft) return new Set([...one, ...groupLeft]);
  if (groupRight) return new Set([...other, ...groupRight]);
  return new Set(on ?? [...one].filter((label) => !ignoring.includes(label)));
}

/** Whether it is the series for which something holds. */
function isCondition(node: Node): boolean {
  if (node.kind === "call") return functionNamed(node.name)?.labels === "asked for";
  if (node.kind !== "binary" || node.bool) return false;
  if (isComparison(node.op)) return true;
  if (!isSetOperator(node.op)) return false;
  return sets[node.op].takes === "left" || (isCondition(node.left) && isCondition(node.right));
}

/** Whether it is series, and not one number for all. */
export function givesSeries(node: Node): boolean {
  if (node.kind === "number" || node.kind === "string") return false;
  if (node.kind === "call") return functionNamed(node.name)?.gives !== "scalar";
  if (node.kind === "negation") return givesSeries(node.of);
  return node.kind !== "binary" || givesSeries(node.left) || givesSeries(node.right);
}
