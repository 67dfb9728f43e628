import { aggregationNamed } from "../../promql/aggregations.ts";
import { functionNamed } from "../../promql/functions.ts";
import { isSetOperator, sets } from "../../promql/operators.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type CallNode,
  metricNameOf,
  type Node,
  partsOf,
  type SelectorNode,
} from "../../promql/tree.ts";
import {
  type Asking,
  givesSeries,
  isSeries,
  labelsOf,
  madeLabel,
  ownLabels,
  type World,
} from "./labels-of.ts";

/** So often labels are handed on from one expression to the next; more than any chain of recordings is long. */
const mostRounds = 30;

/**
 * The labels that series must have so that expressions mean something: those that are named, and where two sides of an operator are compared
 * by all their labels, those that only one side was known to have.
 *
 * @param given labels that are known of a series from the start
 */
export function neededLabels(
  askings: readonly Asking[],
  given: (name: string) => readonly string[],
): NeededLabels {
  const labels = new Map<string, Set<string>>();
  const world: World = { labels, given, recorded: recordedBy(askings), changed: true };
  for (let round = 0; world.changed && round < mostRounds; round += 1) {
    world.changed = false;
    for (const { node, labels: named } of askings) {
      need(world, node, named);
      needWithin(world, node);
    }
  }
  return { ofSeries: labels, ofResult: (node) => labelsOf(world, node) };
}

export interface NeededLabels {
  /** Of what no rule records, by name. */
  readonly ofSeries: ReadonlyMap<string, ReadonlySet<string>>;
  /** What an expression gives then. */
  readonly ofResult: (node: Node) => ReadonlySet<string>;
}

function recordedBy(askings: readonly Asking[]): ReadonlyMap<string, readonly Asking[]> {
  const recorded = new Map<string, Asking[]>();
  for (const asking of askings) {
    if (asking.records === undefined) continue;
    recorded.set(asking.records, [...(recorded.get(asking.records) ?? []), asking]);
  }
  return recorded;
}

/** Hands labels that a result must have down to the series that can bring them. */
function need(world: World, node: Node, labels: readonly string[]): void {
  if (labels.length === 0) return;
  switch (node.kind) {
    case "selector":
      return needOfSelector(world, node, labels);
    case "range":
    case "subquery":
    case "negation":
      return need(world, node.of, labels);
    case "call":
      return needOfCall(world, node, labels);
    case "aggregation":
      return needOfAggregation(world, node, labels);
    case "binary":
      return needOfBinary(world, node, labels);
    case "number":
    case "string":
    case "text":
  }
}

function needOfSelector(world: World, node: SelectorNode, labels: readonly string[]): void {
  const name = metricNameOf(node);
  if (name === undefined) return;
  const recordings = world.recorded.get(name);
  if (recordings) {
    for (const one of recordings) {
      const lacking = labels.filter(
        (label) => !one.sets.includes(label) && !labelsOf(world, one.node).has(label),
      );
      need(world, one.node, lacking);
    }
    return;
  }
  const own = ownLabels(world, name);
  for (const label of labels) {
    if (own.has(label) || label === "__name__" || (label === "le" && name.endsWith("_bucket"))) continue;
    own.add(label);
    world.changed = true;
  }
}

function needOfCall(world: World, { name, args }: CallNode, labels: readonly string[]): void {
  const row = functionNamed(name);
  const data = args.find(isSeries);
  if (!row || !data || row.labels === "none" || row.labels === "asked for") return;
  const made = row.labels === "rewritten" ? madeLabel(args) : [];
  need(
    world,
    data,
    labels.filter((label) => !made.includes(label)),
  );
}

function needOfAggregation(world: World, node: AggregationNode, labels: readonly string[]): void {
  const { name, args, by = [], without } = node;
  const data = args.at(-1);
  if (!data) return;
  if (aggregationNamed(name)?.labels === "kept") return need(world, data, labels);
  need(
    world,
    data,
    labels.filter((label) => (without ? !without.includes(label) : by.includes(label))),
  );
}

function needOfBinary(
  world: World,
  { op, left, right, matching = {} }: BinaryNode,
  labels: readonly string[],
): void {
  const { on, ignoring = [], groupLeft, groupRight } = matching;
  if (!givesSeries(left)) return need(world, right, labels);
  if (!givesSeries(right) || (isSetOperator(op) && sets[op].takes === "left"))
    return need(world, left, labels);
  if (groupLeft)
    return need(
      world,
      left,
      labels.filter((label) => !groupLeft.includes(label)),
    );
  if (groupRight)
    return need(
      world,
      right,
      labels.filter((label) => !groupRight.includes(label)),
    );
  const shared = labels.filter((label) => (on ? on.includes(label) : !ignoring.includes(label)));
  const both = isSetOperator(op) ? labels : shared;
  need(world, left, both);
  need(world, right, both);
}

/** What the parts of an expression need of their own parts, whatever is asked of the whole. */
function needWithin(world: World, node: Node): void {
  for (const part of partsOf(node)) needWithin(world, part);
  if (node.kind === "selector")
    need(
      world,
      node,
      node.matchers.map(({ name }) => name),
    );
  if (node.kind === "range")
    need(
      world,
      node.of,
      node.of.matchers.map(({ name }) => name),
    );
  if (node.kind === "aggregation") {
    const data = node.args.at(-1);
    if (data) need(world, data, node.without ?? node.by ?? []);
  }
  if (node.kind === "call") needForLabels(world, node);
  if (node.kind === "binary") needForMatch(world, node);
}

function needForLabels(world: World, { name, args }: CallNode): void {
  const row = functionNamed(name);
  const data = args.find(isSeries);
  if (row?.labels !== "rewritten" || !data) return;
  const texts = args.flatMap((arg) => (arg.kind === "string" ? [arg.value] : []));
  const from = row.last === "repeated" ? texts.slice(2) : texts.slice(2, 3);
  need(
    world,
    data,
    from.filter((label) => label !== ""),
  );
}

function needForMatch(world: World, { op, left, right, matching = {} }: BinaryNode): void {
  if (!givesSeries(left) || !givesSeries(right)) return;
  const { on, ignoring = [], groupLeft = [], groupRight = [] } = matching;
  need(world, left, [...(on ?? []), ...groupRight]);
  need(world, right, [...(on ?? []), ...groupLeft]);
  if (on || op === "or") return;
  const [one, other] = [labelsOf(world, left), labelsOf(world, right)];
  const lacking = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    [...a].filter((label) => !b.has(label) && !ignoring.includes(label) && label !== "le");
  const [toLeft, toRight] = [lacking(other, one), lacking(one, other)];
  need(world, left, toLeft);
  need(world, right, toRight);
  const unheardOf = ignoring.filter((label) => !one.has(label) && !other.has(label));
  need(world, left, unheardOf);
  // What a result on the left has lost, the right side brings.
  const ofLeft = labelsOf(world, left);
  need(
    world,
    right,
    unheardOf.filter((label) => !ofLeft.has(label)),
  );
}
