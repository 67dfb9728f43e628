import { formatDuration } from "../../language/duration.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { asksForAbsence, functionNamed, windowFunctionNamed } from "../functions.ts";
import { comparisons, isComparison, isSetOperator } from "../operators.ts";
import type { Occurrence } from "../rewrite.ts";
import type { CatalogueSeries } from "../series.ts";
import {
  type BinaryNode,
  callNode,
  metricNameOf,
  type Node,
  partsOf,
  type SelectorNode,
  type VectorMatching,
} from "../tree.ts";
import { type Scrapes, seriesTaken, toleranceMs } from "./scrapes.ts";

/** A selector of which the value at the moment is asked for, where one failed scrape leaves none. */
export interface Gap {
  readonly selector: SelectorNode;
  /** For how long its last value stands for the next one. */
  readonly toleranceMs: number;
  /** Of `up` the greatest does: the last one says that the scrape failed. */
  readonly by: "last_over_time" | "max_over_time";
  /** By which only one series may match, though several may have been there in this time, such as the version before a deployment. */
  readonly unique?: VectorMatching;
}

export interface PlacedGap {
  readonly gap: Gap;
  readonly place: Occurrence<SelectorNode>;
}

/** Every selector of an expression that has no value where a scrape failed. */
export function gapsIn(node: Node, scrapes: Scrapes): PlacedGap[] {
  const last = momentsIn(node).flatMap((place): PlacedGap[] => {
    const { node: selector, joined } = place;
    const everyMs = apartMs(selector, scrapes);
    if (everyMs === undefined) return [];
    const isOfSeveral = joined !== undefined && mayFollowEachOther(selector, joined, scrapes);
    const unique = isOfSeveral ? { unique: joined } : {};
    return [{ gap: { selector, toleranceMs: toleranceMs(everyMs), by: "last_over_time", ...unique }, place }];
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

/** The value that stands for the one of the moment; where only one series may match, it does so only where there is none. */
export function bridged({ gap }: PlacedGap): Node {
  const { selector, by, unique } = gap;
  const last = callNode(by, { kind: "range", of: selector, range: formatDuration(gap.toleranceMs) });
  return unique ? { kind: "binary", op: "or", left: selector, right: last, matching: unique } : last;
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
function momentsIn(node: Node, path: readonly number[] = [], joined?: VectorMatching): Moment[] {
  if (node.kind === "selector") return [{ node, path, joined }];
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  return partsOf(node).flatMap((part, index) => momentsIn(part, [...path, index], uniqueBy(node, index)));
}

interface Moment extends Occurrence<SelectorNode> {
  /** Set where it is itself the side of a join that must have one series for each match. */
  readonly joined: VectorMatching | undefined;
}

/** By which labels a part must have one series for each match; undefined: it may have many. */
function uniqueBy(node: Node, part: number): VectorMatching | undefined {
  if (node.kind !== "binary" || !node.matching || isSetOperator(node.op)) return undefined;
  const { on, ignoring, groupLeft, groupRight } = node.matching;
  if (part === 0 ? groupLeft !== undefined : groupRight !== undefined) return undefined;
  return { ...(on && { on }), ...(ignoring && { ignoring }) };
}

/** Whether a program may end one of the series and begin another that matches the same. */
function mayFollowEachOther(
  selector: SelectorNode,
  { on, ignoring = [] }: VectorMatching,
  scrapes: Scrapes,
): boolean {
  const isMatched = (label: string) => (on ? on.includes(label) : !ignoring.includes(label));
  const isFixed = (label: string) => selector.matchers.some(({ name, op }) => name === label && op === "=");
  return seriesTaken(selector, scrapes).some(({ labels, ofTarget = [] }) => {
    const own = [...labels.keys()].filter((label) => !["job", "instance", ...ofTarget].includes(label));
    return own.some((label) => !isMatched(label) && !isFixed(label));
  });
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
