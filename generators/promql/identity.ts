import type { LabelMap } from "./expression-type.ts";
import { aggregationNamed } from "./aggregations.ts";
import { functionNamed } from "./functions.ts";
import { isList } from "./label-value.ts";
import { isSetOperator } from "./operators.ts";
import type { AggregationNode, BinaryNode, CallNode, Node } from "./tree.ts";

/** Why the series of a result are now these and now those, although nothing came or went. */
export interface Changing {
  /** The aggregation whose values decide which series there are: `topk`, `count_values`. */
  readonly by: AggregationNode;
  /** The labels that stay whatever is chosen. */
  readonly stable: ReadonlySet<string>;
}

/** What must be known around an expression. */
export interface Around {
  /** Undefined: any may be there. */
  readonly labelsOf: (node: Node) => LabelMap | undefined;
  /** The expression of a recording of that name. */
  readonly recorded: (name: string) => Node | undefined;
}

/** What makes the series of an expression change with their values; undefined: nothing does. */
export function changingSeries(node: Node, around: Around): Changing | undefined {
  switch (node.kind) {
    case "number":
    case "string":
    case "text":
      return undefined;
    case "selector":
      return recordedChange(node.metric, around);
    case "range":
    case "subquery":
    case "negation":
      return changingSeries(node.of, around);
    case "call":
      return changeInCall(node, around);
    case "aggregation":
      return changeInAggregation(node, around);
    case "binary":
      return changeInBinary(node, around);
  }
}

/** A recording that reads itself, which is a problem of its own, is followed once. */
function recordedChange(metric: string, { labelsOf, recorded }: Around): Changing | undefined {
  const node = recorded(metric);
  const others = { labelsOf, recorded: (name: string) => (name === metric ? undefined : recorded(name)) };
  return node && changingSeries(node, others);
}

function changeInCall({ name, args }: CallNode, around: Around): Changing | undefined {
  const row = functionNamed(name);
  // A single number, and what is not there, have no series of those that were chosen.
  if (!row || row.labels === "none" || row.labels === "asked for") return undefined;
  return args.map((arg) => changingSeries(arg, around)).find((one) => one !== undefined);
}

function changeInAggregation(node: AggregationNode, around: Around): Changing | undefined {
  const of = node.args.at(-1);
  const row = aggregationNamed(node.name);
  if (!of || !row) return undefined;
  const grouping = groupedBy(node, around.labelsOf(of));
  if (row.labels !== "grouped") return { by: node, stable: grouping ?? new Set() };
  const inner = changingSeries(of, around);
  return inner && isStable(grouping, inner) ? undefined : inner;
}

/** The labels of its groups, with those that are the same on every series. */
function groupedBy(node: AggregationNode, labels: LabelMap | undefined): ReadonlySet<string> | undefined {
  const fixed = [...(labels ?? [])].filter(([, spec]) => isList(spec) && spec.length === 1);
  const names = fixed.map(([name]) => name);
  if (!node.without) return new Set([...(node.by ?? []), ...names]);
  const { without } = node;
  return labels && new Set([...[...labels.keys()].filter((name) => !without.includes(name)), ...names]);
}

function isStable(names: Iterable<string> | undefined, { stable }: Changing): boolean {
  return names !== undefined && [...names].every((name) => stable.has(name));
}

function changeInBinary(node: BinaryNode, around: Around): Changing | undefined {
  const { left, right, op, matching } = node;
  const [first, second] = [left, right].map((side) => changingSeries(side, around));
  if (!first && !second) return undefined;
  if (op === "or") return first ?? second;
  // What is compared between the sides decides over which series there are.
  const decides = (side: Node, change: Changing | undefined) =>
    change && !isStable(comparedLabels(node, around.labelsOf(side)), change) ? change : undefined;
  if (isSetOperator(op)) return first ?? decides(right, second);
  if (isNumber(right) || isNumber(left)) return first ?? second;
  const deciding = decides(left, first) ?? decides(right, second);
  if (deciding) return deciding;
  // Without groups only what is compared is left of the labels.
  if (matching?.groupLeft) return first ?? taken(second, matching.groupLeft);
  if (matching?.groupRight) return second ?? taken(first, matching.groupRight);
  return undefined;
}

/** The labels by which the series of two sides find each other. */
function comparedLabels(
  { matching }: BinaryNode,
  labels: LabelMap | undefined,
): readonly string[] | undefined {
  if (matching?.on) return matching.on;
  const { ignoring = [] } = matching ?? {};
  return labels && [...labels.keys()].filter((name) => !ignoring.includes(name));
}

function taken(change: Changing | undefined, labels: readonly string[]): Changing | undefined {
  return change && !isStable(labels, change) ? change : undefined;
}

/** A side that is one number has no series. */
function isNumber(node: Node): boolean {
  if (node.kind === "number") return true;
  if (node.kind === "call") return functionNamed(node.name)?.gives === "scalar";
  if (node.kind === "negation") return isNumber(node.of);
  const isCalculation = node.kind === "binary" && !isSetOperator(node.op);
  return isCalculation && isNumber(node.left) && isNumber(node.right);
}
