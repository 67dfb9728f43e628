import { canonical } from "../promql/canonical.ts";
import { differencesIn, nodeAt, type Difference } from "../promql/difference.ts";
import { functionNamed } from "../promql/functions.ts";
import { comparisons, isComparison, type ComparisonOperator } from "../promql/operators.ts";
import { printPromql } from "../promql/print.ts";
import type { AggregationNode, Node, SelectorNode } from "../promql/tree.ts";
import { matchersChange, type MatchersChange } from "./matchers-change.ts";
import { contentOf } from "./paired-rules.ts";
import type { Pair } from "./pairing.ts";
import type { ReviewedExpression } from "./version.ts";

/** What became of one part of an expression. */
export type PartChange = { readonly path: readonly number[] } & (
  | {
      readonly kind: "number";
      readonly base: number;
      readonly head: number;
      /** The comparison that it is the limit of, read from the side of the values; undefined: it is no limit. */
      readonly limit: { readonly op: ComparisonOperator; readonly fires: "less" | "more" } | undefined;
    }
  | {
      readonly kind: "matchers";
      readonly metric: string;
      readonly change: MatchersChange;
      /** What that does where each series stands for itself: with fewer of them fewer fire. */
      readonly fires: "less" | "more" | undefined;
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
    return {
      kind: "number",
      path,
      base: base.value,
      head: head.value,
      limit: limitAt(root, path, head.value - base.value),
    };
  }
  if (base.kind === "selector" && head.kind === "selector" && isSameButMatchers(base, head)) {
    return selectorChange(base, head, path, root);
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

function selectorChange(
  base: SelectorNode,
  head: SelectorNode,
  path: readonly number[],
  root: Node,
): PartChange {
  const change = matchersChange(base.matchers, head.matchers);
  const isByItself = change.lets !== undefined && isOfEachSeries(root, path);
  const fires = isByItself ? (change.lets === "fewer" ? "less" : "more") : undefined;
  return { kind: "matchers", path, metric: head.metric, change, fires };
}

function isSameButMatchers(base: SelectorNode, head: SelectorNode): boolean {
  return printPromql({ ...base, matchers: [] }) === printPromql({ ...head, matchers: [] });
}

function isSameButGrouping(base: AggregationNode, head: AggregationNode): boolean {
  const text = ({ name, args }: AggregationNode) => printPromql({ kind: "aggregation", name, args });
  return text(base) === text(head);
}

/** `by (job)`, `without (le)`, `over all series` */
function groupingOf({ by, without }: AggregationNode): string {
  if (without) return `without (${without.join(", ")})`;
  return by ? `by (${by.join(", ")})` : "over all series";
}

/**
 * Whether the number at a path is what the value of the expression is compared with, and what moving it does: all on the way to it lets
 * samples through or not, and no `unless` turns that round.
 */
function limitAt(root: Node, path: readonly number[], by: number) {
  const at = path.at(-1);
  const holder = nodeAt(root, path.slice(0, -1));
  if (holder.kind !== "binary" || !isComparison(holder.op) || holder.bool || at === undefined)
    return undefined;
  if (!path.slice(0, -1).every((part, depth) => lets(nodeAt(root, path.slice(0, depth)), part)))
    return undefined;
  const op = at === 1 ? holder.op : comparisons[holder.op].mirrored;
  if (op === "==" || op === "!=") return undefined;
  const isHarder = op === ">" || op === ">=" ? by > 0 : by < 0;
  return { op, fires: isHarder ? ("less" as const) : ("more" as const) };
}

/** Whether more samples of this part of a node never make fewer of the node, and each passes as it is or not at all. */
function lets(node: Node, part: number): boolean {
  if (node.kind === "call") return functionNamed(node.name)?.values === "samples";
  if (node.kind !== "binary") return false;
  if (node.op === "and" || node.op === "or") return true;
  return node.op === "unless" && part === 0;
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

/** Whether each series of the selector at this path fires by itself: first conditions, and below them what is worked out of one series. */
function isOfEachSeries(root: Node, path: readonly number[]): boolean {
  const depth = path.findIndex((part, index) => !lets(nodeAt(root, path.slice(0, index)), part));
  if (depth === -1) return true;
  return path.slice(depth).every((part, index) => {
    const node = nodeAt(root, path.slice(0, depth + index));
    if (node.kind === "range" || node.kind === "negation") return true;
    if (node.kind === "call") return isOfOneSeries(node.name);
    if (node.kind !== "binary") return false;
    const other = part === 0 ? node.right : node.left;
    return other.kind === "number" && !node.bool;
  });
}

function isOfOneSeries(name: string): boolean {
  const row = functionNamed(name);
  return (
    row !== undefined &&
    row.labels === "kept" &&
    (row.of === "numbers" || row.of === "window") &&
    !row.givesWithoutSeries
  );
}
