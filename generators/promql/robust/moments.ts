import { aggregationNamed } from "../aggregations.ts";
import { asksForAbsence, functionNamed } from "../functions.ts";
import { isSetOperator } from "../operators.ts";
import type { Occurrence } from "../rewrite.ts";
import {
  type AggregationNode,
  type BinaryNode,
  type Node,
  partsOf,
  type SelectorNode,
  type VectorMatching,
} from "../tree.ts";

/** A selector whose value at the moment counts, and what is made of several series that it takes. */
export interface Moment extends Occurrence<SelectorNode> {
  readonly demand: Demand;
}

/** What an expression asks of the series of a part of it. */
export interface Demand {
  /** By which labels only one of them may match; undefined: many may. */
  readonly one?: VectorMatching | undefined;
  /** Whether two that differ in this label are two where there must be one. */
  readonly isTwo: (label: string) => boolean;
  /** Whether two that differ in this label are added up, or counted as two. */
  readonly isAdded: (label: string) => boolean;
  /** Whether it is something else with more of them. */
  readonly matters: boolean;
}

const none: Demand = { isTwo: () => false, isAdded: () => false, matters: true };

/** The selectors whose value at the moment counts: not those of a window, of which one sample more or less decides nothing. */
export function momentsIn(node: Node, path: readonly number[] = [], demand: Demand = none): Moment[] {
  if (node.kind === "selector") return [{ node, path, demand }];
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  return partsOf(node).flatMap((part, index) =>
    momentsIn(part, [...path, index], demandOn(node, index, demand)),
  );
}

/** Whether it asks just whether there is a sample, or when it came. */
export function asksForTheGap(node: Node): boolean {
  return node.kind === "call" && (asksForAbsence(node.name) || functionNamed(node.name)?.asksWhen === true);
}

/** What is asked of a part of a node, by what is asked of the node itself. */
function demandOn(node: Node, part: number, demand: Demand): Demand {
  switch (node.kind) {
    case "aggregation":
      return underAggregation(node, demand);
    case "binary":
      return underOperator(node, part, demand);
    case "call":
      // Of two series it makes no number.
      return node.name === "scalar" ? { ...none, one: { on: [] }, isTwo: () => true } : demand;
    default:
      return demand;
  }
}

function underAggregation({ name, by = [], without }: AggregationNode, outer: Demand): Demand {
  const row = aggregationNamed(name);
  if (row?.labels === "kept") return outer;
  const isKept = (label: string) => (without ? !without.includes(label) : by.includes(label));
  // Of the largest it does not matter how many there are.
  const adds = outer.matters && (row?.values === "own" || row?.values === "number");
  return {
    ...outer,
    one: outer.one && matchedBelow(outer.one, without ? { without } : { by }),
    isTwo: (label) => isKept(label) && outer.isTwo(label),
    isAdded: (label) => (isKept(label) ? outer.isAdded(label) : adds),
  };
}

/** The labels that are compared of what is aggregated, said of what it is made of, which has more. */
function matchedBelow(
  { on, ignoring = [] }: VectorMatching,
  { by, without }: Pick<AggregationNode, "by" | "without">,
): VectorMatching {
  if (on) return { on };
  return without
    ? { ignoring: [...new Set([...ignoring, ...without])] }
    : { on: (by ?? []).filter((label) => !ignoring.includes(label)) };
}

function underOperator(node: BinaryNode, part: number, outer: Demand): Demand {
  if (isSetOperator(node.op)) return node.op === "or" || part === 0 ? outer : none;
  // What is more than nothing is so however many there are of it.
  const { op, right } = node;
  const asksForAny = op === ">" && right.kind === "number" && right.value === 0;
  const one = uniqueBy(node, part);
  if (!one) return { ...outer, matters: !asksForAny };
  const { on, ignoring = [] } = one;
  const isTwo = (label: string) => (on ? !on.includes(label) : ignoring.includes(label));
  return { ...outer, one, isTwo, matters: true };
}

/** By which labels a side of an operator must have one series for each match; undefined: it may have many. */
function uniqueBy({ matching }: BinaryNode, part: number): VectorMatching | undefined {
  if (!matching) return undefined;
  const { on, ignoring, groupLeft, groupRight } = matching;
  if (part === 0 ? groupLeft !== undefined : groupRight !== undefined) return undefined;
  return { ...(on && { on }), ...(ignoring && { ignoring }) };
}
