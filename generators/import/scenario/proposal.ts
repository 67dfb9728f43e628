import { aggregationNamed } from "../../promql/aggregations.ts";
import { windowFunctionNamed } from "../../promql/functions.ts";
import { type ComparisonOperator, comparisons, isComparison } from "../../promql/operators.ts";
import type { BinaryNode, CallNode, Node, SelectorNode } from "../../promql/tree.ts";
import { constantOf } from "../words/constant.ts";

/** What one series does so that an alert is silent, just silent, and fires; other series do not change. */
export interface Proposal {
  readonly given: readonly GivenSeries[];
}

export interface GivenSeries {
  readonly series: SelectorNode;
  /** `holds`: it has these values; `runs`: it grows by this much a second; `grows`: by this much in each `per`. */
  readonly behaves: "holds" | "runs" | "grows";
  readonly per?: string;
  /** The same number three times: it never changes. */
  readonly levels: Levels;
}

interface Levels {
  readonly ok: number;
  readonly limit: number;
  readonly firing: number;
}

/**
 * A scenario for an alert that compares one series, or a share of two, with a number; undefined of all others. Whether it holds is for
 * the rule test to say: nothing here knows the alert's own evaluation.
 */
export function proposalFor(node: Node): Proposal | undefined {
  if (node.kind !== "binary" || !isComparison(node.op) || node.bool) return undefined;
  const [left, right] = [constantOf(node.left), constantOf(node.right)];
  if (right !== undefined) return comparing(node.left, node.op, right);
  return left === undefined ? undefined : comparing(node.right, comparisons[node.op].mirrored, left);
}

function comparing(node: Node, op: ComparisonOperator, threshold: number): Proposal | undefined {
  const levels = levelsAround(op, threshold);
  return levels && driven(node, levels);
}

/** Numbers of one's own, and not the threshold again where a strict comparison does not need it. */
function levelsAround(op: ComparisonOperator, threshold: number): Levels | undefined {
  const step = stepOf(threshold);
  switch (op) {
    case ">":
      return { ok: calm(threshold, -1), limit: threshold, firing: plain(threshold + step) };
    case "<":
      return { ok: calm(threshold, 1), limit: threshold, firing: plain(threshold - step) };
    case ">=":
      return { ok: calm(threshold, -1), limit: plain(threshold - step), firing: threshold };
    case "<=":
      return { ok: calm(threshold, 1), limit: plain(threshold + step), firing: threshold };
    case "==":
      return { ok: plain(threshold + 1), limit: plain(threshold + 1), firing: threshold };
    case "!=":
      return { ok: threshold, limit: threshold, firing: plain(threshold + 1) };
  }
}

/** A twentieth of it, or one. */
function stepOf(threshold: number): number {
  const size = Math.abs(threshold);
  if (size === 0) return 1;
  return size >= 2 && Number.isInteger(threshold) ? Math.max(1, Math.round(size / 20)) : size / 20;
}

/** Far on the side where nothing is wrong. */
function calm(threshold: number, side: 1 | -1): number {
  if (threshold === 0) return side === 1 ? 1 : 0;
  return plain(side === 1 ? threshold + Math.abs(threshold) : threshold / 2);
}

function plain(value: number): number {
  return Number(value.toPrecision(12));
}

/** The series that decides, with the levels that it must have so that the expression has these. */
function driven(node: Node, levels: Levels): Proposal | undefined {
  switch (node.kind) {
    case "selector":
      return { given: [{ series: node, behaves: "holds", levels }] };
    case "call":
      return ofCall(node, levels);
    case "aggregation": {
      const row = aggregationNamed(node.name);
      const data = node.args.at(-1);
      const keeps = row && row.parameter === undefined && (row.values === "picked" || row.addsUp);
      return keeps && data ? driven(data, levels) : undefined;
    }
    case "binary":
      return ofBinary(node, levels);
    default:
      return undefined;
  }
}

function ofCall({ name, args }: CallNode, levels: Levels): Proposal | undefined {
  const [range] = args;
  const row = windowFunctionNamed(name);
  if (!row || range?.kind !== "range") return undefined;
  if (row.growth !== undefined) {
    const series = range.of;
    return row.growth === "in all"
      ? { given: [{ series, behaves: "grows", per: range.range, levels }] }
      : { given: [{ series, behaves: "runs", levels }] };
  }
  return row.values === "picked" && row.takes.length === 1
    ? { given: [{ series: range.of, behaves: "holds", levels }] }
    : undefined;
}

/** Times a number, or a share of two series, of which the whole stays as it is. */
function ofBinary({ op, left, right }: BinaryNode, levels: Levels): Proposal | undefined {
  const [one, other] = [constantOf(left), constantOf(right)];
  if (op === "*" && (one ?? other))
    return driven(one === undefined ? left : right, scaled(levels, 1 / (one ?? other ?? 1)));
  if (op === "/" && other) return driven(left, scaled(levels, other));
  if (op !== "/" || one !== undefined || other !== undefined) return undefined;
  const whole = driven(right, { ok: 100, limit: 100, firing: 100 });
  const part = driven(left, scaled(levels, 100));
  const [firstPart, firstWhole] = [part?.given[0], whole?.given[0]];
  // Of a part of the same series the whole would change with it.
  if (!part || !whole || firstPart?.series.metric === firstWhole?.series.metric) return undefined;
  return { given: [...part.given, ...whole.given] };
}

function scaled({ ok, limit, firing }: Levels, by: number): Levels {
  return { ok: plain(ok * by), limit: plain(limit * by), firing: plain(firing * by) };
}
