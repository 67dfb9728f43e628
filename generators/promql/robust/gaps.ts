import { formatDuration } from "../../language/duration.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import { asksForAbsence, functionNamed } from "../functions.ts";
import type { Occurrence } from "../rewrite.ts";
import type { CatalogueSeries } from "../series.ts";
import { callNode, type Node, partsOf, type SelectorNode } from "../tree.ts";
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
function isOfEveryScrape(name: string): boolean {
  return Object.hasOwn(everyJob, name);
}

function longest(all: readonly (number | undefined)[]): number | undefined {
  const known = all.filter((ms) => ms !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}
