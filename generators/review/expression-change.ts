import { canonical } from "../promql/canonical.ts";
import { differencesIn, nodeAt, type Difference } from "../promql/difference.ts";
import { functionNamed } from "../promql/functions.ts";
import {
  comparisons,
  isComparison,
  isSetOperator,
  type ComparisonOperator,
  type SetOperator,
} from "../promql/operators.ts";
import { printPromql } from "../promql/print.ts";
import type { AggregationNode, Node, SelectorNode } from "../promql/tree.ts";
import { listed } from "../text/listed.ts";
import { matchersChange, type MatchersChange } from "./matchers-change.ts";
import { contentOf } from "./paired-rules.ts";
import type { Pair } from "./pairing.ts";
import type { ReviewedExpression } from "./version.ts";

/** A condition beside what fires: `only while sum(rate(x[5m])) is above 2`. */
export interface Guard {
  readonly holds: "only while" | "not while" | "also where";
  /** The side of it that is compared with a number. */
  readonly of: string;
}

/** What became of one part of an expression. */
export type PartChange = { readonly path: readonly number[] } & (
  | {
      readonly kind: "number";
      readonly base: number;
      readonly head: number;
      /** How the value is compared with it, read from the side of the value; undefined: it is no limit. */
      readonly limitOf: ComparisonOperator | undefined;
      /** What is compared with it, where that is not what fires but a condition beside it. */
      readonly guard: Guard | undefined;
    }
  | {
      readonly kind: "matchers";
      readonly metric: string;
      readonly change: MatchersChange;
    }
  | { readonly kind: "window"; readonly of: string; readonly base: string; readonly head: string }
  | {
      readonly kind: "grouping";
      readonly base: string;
      readonly head: string;
      /** Whether its labels are those of what fires. */
      readonly isOfResult: boolean;
    }
  | { readonly kind: "rebuilt" }
);

/** What became of an expression, part by part; none where both have the same canonical form. */
export function expressionChange({ base, head }: Pair<ReviewedExpression>): readonly PartChange[] {
  if (contentOf(base) === contentOf(head)) return [];
  if (!base.node || !head.node) return [{ kind: "rebuilt", path: [] }];
  const root = canonical(base.node);
  return differencesIn(base.node, head.node).map((difference) => partChange(difference, root));
}

function partChange({ path, base, head }: Difference, root: Node): PartChange {
  if (base.kind === "number" && head.kind === "number") {
    const guard = guardAt(root, path);
    return { kind: "number", path, base: base.value, head: head.value, limitOf: limitOf(root, path), guard };
  }
  if (base.kind === "selector" && head.kind === "selector" && isSameButMatchers(base, head)) {
    return {
      kind: "matchers",
      path,
      metric: head.metric,
      change: matchersChange(base.matchers, head.matchers),
    };
  }
  if (base.kind === "range" && head.kind === "range" && printPromql(base.of) === printPromql(head.of)) {
    return { kind: "window", path, of: printPromql(head.of), base: base.range, head: head.range };
  }
  if (base.kind === "aggregation" && head.kind === "aggregation" && isSameButGrouping(base, head)) {
    return {
      kind: "grouping",
      path,
      base: groupingOf(base),
      head: groupingOf(head),
      isOfResult: keepsLabelsTo(root, path),
    };
  }
  return { kind: "rebuilt", path };
}

function isSameButMatchers(base: SelectorNode, head: SelectorNode): boolean {
  return printPromql({ ...base, matchers: [] }) === printPromql({ ...head, matchers: [] });
}

function isSameButGrouping(base: AggregationNode, head: AggregationNode): boolean {
  const text = ({ name, args }: AggregationNode) => printPromql({ kind: "aggregation", name, args });
  return text(base) === text(head);
}

/** `for each instance and job`, `for all series together` */
function groupingOf({ by = [], without }: AggregationNode): string {
  if (without)
    return without.length === 0 ? "for each series" : `for each set of labels without ${listed(without)}`;
  return by.length === 0 ? "for all series together" : `for each ${listed(by)}`;
}

/** How the value of the expression is compared with the number at a path: all on the way to it lets samples through or not. */
function limitOf(root: Node, path: readonly number[]): ComparisonOperator | undefined {
  const holder = nodeAt(root, path.slice(0, -1));
  if (holder.kind !== "binary" || !isComparison(holder.op) || holder.bool) return undefined;
  if (!path.slice(0, -1).every((_, depth) => lets(nodeAt(root, path.slice(0, depth))))) return undefined;
  return path.at(-1) === 1 ? holder.op : comparisons[holder.op].mirrored;
}

/** The condition whose limit the number at a path is, where it stands behind `and`, `or` or `unless`. */
function guardAt(root: Node, path: readonly number[]): Guard | undefined {
  const holder = nodeAt(root, path.slice(0, -1));
  const [beside] = path.flatMap((part, depth) => {
    const node = nodeAt(root, path.slice(0, depth));
    return part === 1 && node.kind === "binary" && isSetOperator(node.op) ? [node.op] : [];
  });
  if (beside === undefined || holder.kind !== "binary") return undefined;
  return { holds: guards[beside], of: printPromql(path.at(-1) === 1 ? holder.left : holder.right) };
}

const guards: Readonly<Record<SetOperator, Guard["holds"]>> = {
  and: "only while",
  unless: "not while",
  or: "also where",
};

/** Whether the samples of a node's parts pass as they are, or not at all. */
function lets(node: Node): boolean {
  if (node.kind === "call") return functionNamed(node.name)?.values === "samples";
  return node.kind === "binary" && isSetOperator(node.op);
}

/** Whether what fires has the labels of the part at this path. */
function keepsLabelsTo(root: Node, path: readonly number[]): boolean {
  return path.every((part, depth) => {
    const node = nodeAt(root, path.slice(0, depth));
    if (node.kind === "call") return functionNamed(node.name)?.labels === "kept";
    if (node.kind === "negation") return true;
    if (node.kind !== "binary" || node.matching?.on || node.matching?.groupLeft || node.matching?.groupRight)
      return false;
    return part === 0 || node.left.kind === "number";
  });
}
