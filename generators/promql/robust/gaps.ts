import { formatDuration } from "../../language/duration.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { asksForAbsence, functionNamed, windowFunctionNamed } from "../functions.ts";
import { comparisons, isComparison } from "../operators.ts";
import type { Occurrence } from "../rewrite.ts";
import type { CatalogueSeries } from "../series.ts";
import { type BinaryNode, callNode, metricNameOf, type Node, partsOf, type SelectorNode } from "../tree.ts";
import { type Scrapes, seriesTaken, toleranceMs } from "./scrapes.ts";

/** A selector of which the value at the moment is asked for, where one failed scrape leaves none. */
export interface Gap {
  readonly selector: SelectorNode;
  /** For how long its last value stands for the next one. */
  readonly toleranceMs: number;
  /** Of `up` the greatest does: the last one says that the scrape failed. */
  readonly by: "last_over_time" | "max_over_time";
}

export interface PlacedGap {
  readonly gap: Gap;
  readonly place: Occurrence<SelectorNode>;
}

/** Every selector of an expression that has no value where a scrape failed. */
export function gapsIn(node: Node, scrapes: Scrapes): PlacedGap[] {
  const last = momentsIn(node).flatMap((place): PlacedGap[] => {
    const everyMs = apartMs(place.node, scrapes);
    if (everyMs === undefined) return [];
    return [
      { gap: { selector: place.node, toleranceMs: toleranceMs(everyMs), by: "last_over_time" }, place },
    ];
  });
  return [...last, ...demandsIn(node, scrapes)];
}

/**
 * The demands of an expression that a scrape has worked, such as `up == 1`: none holds where it fails, though Prometheus writes `up`
 * then too. `up == 0` holds, and is the same demand behind `unless`.
 */
function demandsIn(node: Node, scrapes: Scrapes, at: Wanted = { path: [], isWanted: true }): PlacedGap[] {
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  const demand = node.kind === "binary" ? demandIn(node, scrapes, at.isWanted) : undefined;
  if (demand) return [{ gap: demand, place: { node: demand.selector, path: [...at.path, 0] } }];
  return partsOf(node).flatMap((part, index) => {
    const isBehindUnless = node.kind === "binary" && node.op === "unless" && part === node.right;
    return demandsIn(part, scrapes, {
      path: [...at.path, index],
      isWanted: isBehindUnless ? !at.isWanted : at.isWanted,
    });
  });
}

/** Where a part of an expression stands, and whether the alert needs what it gives, or must not have it. */
interface Wanted {
  readonly path: readonly number[];
  readonly isWanted: boolean;
}

function demandIn(
  { op, bool, left, right }: BinaryNode,
  scrapes: Scrapes,
  isWanted: boolean,
): Gap | undefined {
  if (!isComparison(op) || bool || left.kind !== "selector" || right.kind !== "number") return undefined;
  const [worked, failed] = [1, 0].map((up) => comparisons[op].holds(up, right.value) === isWanted);
  if (metricNameOf(left) !== "up" || !worked || failed) return undefined;
  const everyMs = longest(seriesTaken(left, scrapes).map(({ job }) => scrapes.everyMs(job)));
  return everyMs === undefined
    ? undefined
    : { selector: left, toleranceMs: toleranceMs(everyMs), by: "max_over_time" };
}

/** The values that are counted at moments of a subquery, where one is missing after a failed scrape: they cannot be told apart. */
export function countedIn(node: Node, scrapes: Scrapes): Gap[] {
  const counts = node.kind === "call" && windowFunctionNamed(node.name)?.values === "number";
  const over = counts ? node.args.find((arg) => arg.kind === "subquery") : undefined;
  if (over) return gapsIn(over.of, scrapes).map(({ gap }) => gap);
  return partsOf(node).flatMap((part) => countedIn(part, scrapes));
}

/** The value that stands for the one of the moment. */
export function bridged({ gap }: PlacedGap): Node {
  const range = formatDuration(gap.toleranceMs);
  return callNode(gap.by, { kind: "range", of: gap.selector, range });
}

/** How far apart the values of an expression are where it has none after a failed scrape; undefined: it has one. */
export function gapMs(node: Node, scrapes: Scrapes): number | undefined {
  return longest(momentsIn(node).map((place) => apartMs(place.node, scrapes)));
}

/** The selectors without which an expression gives nothing: where one of them has no value, nothing else stands in for it. */
export function neededIn(node: Node): SelectorNode[] {
  if (node.kind === "selector") return [node];
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  // Of either side of an `or` it depends on what there is.
  if (node.kind === "binary" && node.op === "unless") return neededIn(node.left);
  return partsOf(node).flatMap(neededIn);
}

/** The selectors whose value at the moment counts: not those of a window, of which one sample more or less decides nothing. */
function momentsIn(node: Node, path: readonly number[] = []): Occurrence<SelectorNode>[] {
  if (node.kind === "selector") return [{ node, path }];
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  return partsOf(node).flatMap((part, index) => momentsIn(part, [...path, index]));
}

/** Whether it asks just whether there is a sample, or when it came. */
function asksForTheGap(node: Node): boolean {
  return node.kind === "call" && (asksForAbsence(node.name) || functionNamed(node.name)?.asksWhen === true);
}

function apartMs(selector: SelectorNode, scrapes: Scrapes): number | undefined {
  return longest(seriesTaken(selector, scrapes).map((series) => seriesApartMs(series, scrapes)));
}

function seriesApartMs({ name, type, job }: CatalogueSeries, scrapes: Scrapes): number | undefined {
  if (type === "recorded") return scrapes.gapMs(name);
  return isOfEveryScrape(name) || name === "ALERTS" ? undefined : scrapes.everyMs(job);
}

/** Whether Prometheus writes it itself, when a scrape fails too. */
export function isOfEveryScrape(name: string): boolean {
  return Object.hasOwn(everyJob, name);
}

function longest(all: readonly (number | undefined)[]): number | undefined {
  const known = all.filter((ms) => ms !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
