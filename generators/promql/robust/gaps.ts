import { durationInMs, formatDuration } from "../../language/duration.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { windowFunctionNamed } from "../functions.ts";
import { isList } from "../label-value.ts";
import { comparisons, isComparison } from "../operators.ts";
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
import { asksForTheGap, type Moment, momentsIn } from "./moments.ts";
import { type Scrapes, seriesTaken, toleranceMs } from "./scrapes.ts";

/** A selector of which the value at the moment is asked for, where one failed scrape leaves none. */
export interface Gap {
  readonly selector: SelectorNode;
  /** For how long its last value stands for the next one. */
  readonly toleranceMs: number;
  /** Of `up` the greatest does: the last one says that the scrape failed. */
  readonly by: "last_over_time" | "max_over_time";
  /** Set: the last value stands only while there is no other, or two would be joined, or added up, where there is one. */
  readonly following?: Following;
}

/** Series that follow each other, as those of two versions of a program. */
export interface Following {
  /** The labels in which they are the same. */
  readonly by: VectorMatching;
  /** A label in which they differ. */
  readonly label: string;
}

export interface PlacedGap {
  readonly gap: Gap;
  readonly place: Occurrence<SelectorNode>;
}

/** Every selector of an expression that has no value where a scrape failed. */
export function gapsIn(node: Node, scrapes: Scrapes): PlacedGap[] {
  const last = momentsIn(node).flatMap((place): PlacedGap[] => {
    const { node: selector } = place;
    const everyMs = apartMs(selector, scrapes);
    if (everyMs === undefined) return [];
    const following = followingBy(place, scrapes);
    const bridge = { toleranceMs: toleranceMs(everyMs), by: "last_over_time" } as const;
    return [{ gap: { selector, ...bridge, ...(following && { following }) }, place }];
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
  if (demand) {
    const side = partsOf(node).indexOf(demand.selector);
    return [{ gap: demand, place: { node: demand.selector, path: [...at.path, side] } }];
  }
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
  if (!isComparison(op) || bool) return undefined;
  if (left.kind === "number") {
    // `1 == up` is the same as `up == 1`.
    if (right.kind !== "selector") return undefined;
    return demandIn(
      { kind: "binary", op: comparisons[op].mirrored, left: right, right: left },
      scrapes,
      isWanted,
    );
  }
  if (left.kind !== "selector" || right.kind !== "number") return undefined;
  const [worked, failed] = [1, 0].map((up) => comparisons[op].holds(up, right.value) === isWanted);
  if (metricNameOf(left) !== "up" || !worked || failed) return undefined;
  const everyMs = longest(seriesTaken(left, scrapes).map(({ job }) => scrapes.everyMs(job)));
  return everyMs === undefined
    ? undefined
    : { selector: left, toleranceMs: toleranceMs(everyMs), by: "max_over_time" };
}

/** The values that are counted or added up at moments of a subquery, where one is missing after a failed scrape: they cannot be told apart. */
export function countedIn(node: Node, scrapes: Scrapes): Gap[] {
  const counts = node.kind === "call" && windowFunctionNamed(node.name)?.ofEachSample === true;
  const over = counts ? node.args.find((arg) => arg.kind === "subquery") : undefined;
  if (over) return gapsIn(over.of, scrapes).map(({ gap }) => gap);
  return partsOf(node).flatMap((part) => countedIn(part, scrapes));
}

/** The last values that an author reads of what has none where a scrape failed: `last_over_time(free[45s])`. */
export function lastValuesIn(node: Node, scrapes: Scrapes): LastValue[] {
  if (node.kind === "subquery" || asksForTheGap(node)) return [];
  const [window] = node.kind === "call" && node.name === "last_over_time" ? node.args : [];
  if (window?.kind !== "range") return partsOf(node).flatMap((part) => lastValuesIn(part, scrapes));
  const { of: selector, range } = window;
  const everyMs = apartMs(selector, scrapes);
  const ms = durationInMs(range);
  // What is read of an earlier time is not over with its target.
  if (everyMs === undefined || ms === undefined || selector.offset !== undefined) return [];
  const gap = { selector, by: "last_over_time" } as const;
  const outlasts = ms >= fewestIntervals * everyMs;
  return [{ gap: { ...gap, toleranceMs: outlasts ? ms : toleranceMs(everyMs) }, outlasts }];
}

/** A last value, and whether it outlasts a failed scrape; of one that does not, the gap is as it should be. */
export interface LastValue {
  readonly gap: Gap;
  readonly outlasts: boolean;
}

/** From the last sample before a failed scrape to the first one behind it. */
const fewestIntervals = 2;

/** The value that stands for the one of the moment; where series follow each other, it does so only where there is none. */
export function bridged({ gap }: PlacedGap): Node {
  const { selector, by, following } = gap;
  const last = callNode(by, { kind: "range", of: selector, range: formatDuration(gap.toleranceMs) });
  return following ? { kind: "binary", op: "or", left: selector, right: last, matching: following.by } : last;
}

/** How far apart the values of an expression are where it has none after a failed scrape; undefined: it has one. */
export function gapMs(node: Node, scrapes: Scrapes): number | undefined {
  return longest(momentsIn(node).map((place) => apartMs(place.node, scrapes)));
}

/** The gaps of an expression in which it would not hold: what only keeps it silent has nothing to hold. */
export function holdingIn(node: Node, gaps: readonly Gap[]): Gap[] {
  const needed = new Set(neededIn(node));
  return gaps.filter((gap) => needed.has(gap.selector) || isDemand(gap));
}

/** Whether an expression is over with a gap that is not bridged any more: growth in a window is over before an `up` is. */
export function isOverWith(node: Node, holding: readonly Gap[]): boolean {
  const isGap = (selector: SelectorNode) => holding.some((gap) => gap.selector === selector);
  if (isAlsoWithout(node, isGap)) return false;
  return !holding.every(isDemand) || neededIn(node).every(isGap);
}

/** Whether a side of an `or` in it gives something where the others have no value any more, as `absent()` does. */
function isAlsoWithout(node: Node, isGap: (selector: SelectorNode) => boolean): boolean {
  const parts = partsOf(node);
  const isOr = node.kind === "binary" && node.op === "or";
  if (isOr && parts.some((side) => !neededIn(side).some(isGap))) return true;
  return parts.some((part) => isAlsoWithout(part, isGap));
}

/** Whether it is a demand that the scrape has worked. */
function isDemand({ by }: Gap): boolean {
  return by === "max_over_time";
}

/** The selectors without which an expression gives nothing: where one of them has no value, nothing else stands in for it. */
function neededIn(node: Node): SelectorNode[] {
  if (node.kind === "selector") return [node];
  if (asksForTheGap(node)) return [];
  // Of either side of an `or` it depends on what there is.
  if (node.kind === "binary" && node.op === "unless") return neededIn(node.left);
  return partsOf(node).flatMap(neededIn);
}

/** How one series of a selector follows another, where it matters that there are not two of them; undefined: it does not. */
function followingBy(
  { node, demand: { one, isTwo, isAdded } }: Moment,
  scrapes: Scrapes,
): Following | undefined {
  const taken = seriesTaken(node, scrapes);
  const target = ["job", "instance"].filter((label) => taken.every(({ labels }) => labels.has(label)));
  const differing = (one && taken.flatMap((series) => ownLabels(node, series))) ?? [];
  const two = differing.find(isTwo);
  if (one && two !== undefined) {
    // A label that the expression makes is on none of them.
    const isOnAll = one.on?.every((label) => taken.every(({ labels }) => labels.has(label))) ?? true;
    return { by: isOnAll ? one : { on: target }, label: two };
  }
  // Those of a label that is listed are all there from the beginning, and stay.
  const ends = (series: CatalogueSeries) =>
    ownLabels(node, series).filter((label) => !isList(series.labels.get(label) ?? "*"));
  const label = taken.flatMap(ends).find(isAdded);
  return label !== undefined && target.includes("instance") ? { by: { on: target }, label } : undefined;
}

/** The labels that a program gives its series and may give others with the next value: not those of its target. */
function ownLabels({ matchers }: SelectorNode, { labels, ofTarget = [] }: CatalogueSeries): string[] {
  const isFixed = (label: string) => matchers.some(({ name, op }) => name === label && op === "=");
  return [...labels.keys()].filter(
    (label) => !["job", "instance", ...ofTarget].includes(label) && !isFixed(label),
  );
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
