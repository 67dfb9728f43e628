import { signedDurationInMs } from "../../promql/literal.ts";
import { isFunctionOf, windowFunctionNamed } from "../../promql/functions.ts";
import { lookbackMs } from "../../promql/lookback.ts";
import { printPromql } from "../../promql/print.ts";
import { metricNameOf, type Node, partsOf, type SelectorNode } from "../../promql/tree.ts";
import { matchedTexts } from "./matched-texts.ts";

/** What two versions of an expression ask for, so that series can be made for both. */
export interface Asked {
  readonly selectors: readonly AskedSelector[];
  /** Of each label that they name, values that mean something to them; `""`: the label is missing. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** The numbers that they compare with or work with. */
  readonly numbers: readonly number[];
  /** How far they look back, the shortest window first; none where they look at the moment alone. */
  readonly windowsMs: readonly number[];
  /** How far they look back at all, with windows in windows. */
  readonly reachMs: number;
  readonly asksForTime: boolean;
}

export interface AskedSelector {
  readonly node: SelectorNode;
  readonly metric: string;
  /** A counter or a bucket only grows. */
  readonly grows: boolean;
}

/** What the nodes ask; undefined where a selector names no metric, so that no series can be made for it. */
export function askedOf(nodes: readonly Node[]): Asked | undefined {
  const all = nodes.flatMap((node) => everyNode(node, false));
  const selectors = new Map<string, AskedSelector>();
  for (const { node, grows } of all) {
    if (node.kind !== "selector") continue;
    const metric = metricNameOf(node);
    if (metric === undefined) return undefined;
    const key = printPromql({ kind: "selector", metric, matchers: node.matchers });
    selectors.set(key, { node, metric, grows: grows || (selectors.get(key)?.grows ?? false) });
  }
  const windows = all.flatMap(({ node }) => (node.kind === "range" ? (msOf(node.range) ?? []) : []));
  const growing = new Set([...selectors.values()].filter(({ grows }) => grows).map(({ metric }) => metric));
  return {
    selectors: [...selectors.values()].map((one) => ({ ...one, grows: growing.has(one.metric) })),
    labels: labelsIn(all.map(({ node }) => node)),
    numbers: [...new Set(all.flatMap(({ node }) => (node.kind === "number" ? node.value : [])))],
    windowsMs: [...new Set(windows)].sort((a, b) => a - b),
    reachMs: Math.max(...nodes.map(reachOf)),
    asksForTime: all.some(({ node }) => node.kind === "call" && asksForTime(node.name)),
  };
}

interface Found {
  readonly node: Node;
  readonly grows: boolean;
}

/** All nodes, and whether each is what a counter is asked for. */
function everyNode(node: Node, grows: boolean): Found[] {
  const isGrowth =
    node.kind === "call"
      ? windowFunctionNamed(node.name)?.for === "counters" || isFunctionOf("histograms", node.name)
      : grows && (node.kind === "range" || node.kind === "aggregation");
  return [{ node, grows }, ...partsOf(node).flatMap((part) => everyNode(part, isGrowth))];
}

function asksForTime(name: string): boolean {
  return name === "time" || name === "timestamp" || isFunctionOf("dates", name);
}

/** How far back an expression looks. */
function reachOf(node: Node): number {
  const moved = node.kind === "selector" || node.kind === "subquery" ? (msOf(node.offset) ?? 0) : 0;
  const window = node.kind === "range" || node.kind === "subquery" ? (msOf(node.range) ?? 0) : 0;
  const own = node.kind === "selector" ? lookbackMs : 0;
  return Math.max(0, moved) + window + Math.max(own, 0, ...partsOf(node).map(reachOf));
}

function msOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : signedDurationInMs(text);
}

function labelsIn(nodes: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, Set<string>>();
  const add = (name: string, ...values: readonly string[]) => {
    if (name === "__name__" || name === "le") return;
    const known = labels.get(name) ?? new Set();
    for (const value of values) known.add(value);
    labels.set(name, known);
  };
  for (const node of nodes) {
    if (node.kind === "selector")
      for (const { name, op, value } of node.matchers)
        add(name, ...(op === "=" || op === "!=" ? [value] : matchedTexts(value)));
    if (node.kind === "aggregation")
      for (const name of [...(node.by ?? []), ...(node.without ?? [])]) add(name);
    if (node.kind === "binary") {
      const { on = [], ignoring = [], groupLeft = [], groupRight = [] } = node.matching ?? {};
      for (const name of [...on, ...ignoring, ...groupLeft, ...groupRight]) add(name);
    }
  }
  // Where no other tells series apart that are put together, this one does, as in most series of Prometheus.
  add("instance");
  // Two that nobody names: what is asked of all values must not depend on those that are named.
  return new Map([...labels].map(([name, values]) => [name, [...values, "a", "b"]]));
}
