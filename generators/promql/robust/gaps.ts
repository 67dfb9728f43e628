import { formatDuration } from "../../language/duration.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { asksForAbsence, functionNamed } from "../functions.ts";
import { comparisons, isComparison } from "../operators.ts";
import type { Occurrence } from "../rewrite.ts";
import type { CatalogueSeries } from "../series.ts";
import { callNode, metricNameOf, type Node, partsOf, type SelectorNode } from "../tree.ts";
import { type Scrapes, seriesTaken, toleranceMs } from "./scrapes.ts";

/** A selector of which the value at the moment is asked for, where one failed scrape leaves none. */
export interface Gap {
  readonly selector: SelectorNode;
  /** For how long its last value stands for the next one. */
  readonly toleranceMs: number;
}

export interface PlacedGap {
  readonly gap: Gap;
  readonly place: Occurrence<SelectorNode>;
}

/** Every selector of an expression that has no value where a scrape failed. */
export function gapsIn(node: Node, scrapes: Scrapes): PlacedGap[] {
  return momentsIn(node).flatMap((place) => {
    const everyMs = apartMs(place.node, scrapes);
    return everyMs === undefined
      ? []
      : [{ gap: { selector: place.node, toleranceMs: toleranceMs(everyMs) }, place }];
  });
}

/**
 * The demands of an expression that a scrape has worked: none holds where it fails, and the last one that worked says nothing of
 * that. `up == 0` holds then.
 */
export function demandsIn(node: Node, scrapes: Scrapes): Gap[] {
  if (node.kind === "range" || node.kind === "subquery" || asksForTheGap(node)) return [];
  if (node.kind !== "binary") return partsOf(node).flatMap((part) => demandsIn(part, scrapes));
  const { op, left, right } = node;
  if (isComparison(op) && left.kind === "selector" && right.kind === "number" && isUp(left)) {
    const { holds } = comparisons[op];
    if (node.bool || !holds(1, right.value) || holds(0, right.value)) return [];
    const everyMs = longest(seriesTaken(left, scrapes).map(({ job }) => scrapes.everyMs(job)));
    return [{ selector: left, toleranceMs: toleranceMs(everyMs ?? 0) }];
  }
  const sides = op === "unless" ? [left] : [left, right];
  return sides.flatMap((side) => demandsIn(side, scrapes));
}

function isUp(selector: SelectorNode): boolean {
  return metricNameOf(selector) === "up";
}

/** The last value, where there is none at the moment. */
export function bridged({ gap }: PlacedGap): Node {
  return callNode("last_over_time", {
    kind: "range",
    of: gap.selector,
    range: formatDuration(gap.toleranceMs),
  });
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
