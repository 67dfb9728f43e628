import type { LabelSpec } from "../../language/label.ts";
import { type Analysis, analyse } from "../analysis.ts";
import type { CatalogueSeries } from "../series.ts";
import { seriesCatalogue } from "../catalogue.ts";
import type { Reading } from "../read.ts";
import { isGrowth } from "../statistic.ts";
import { metricNameOf, type Node, partsOf, type SelectorNode } from "../tree.ts";

/** A recording rule, as far as its series depends on it. */
export interface Recorded extends Reading {
  readonly name: string;
  /** `none` or left out: what the expression gives. */
  readonly unit?: string | undefined;
  /** Labels that the rule adds. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly help?: string | undefined;
}

/** A cycle of recordings, or a unit that is not what the expression gives. */
export interface RecordingProblem {
  /** The recording that the problem is to be reported at. */
  readonly name: string;
  /** Its place in the list that was given, where others may have the name; left out: the first of them. */
  readonly at?: number;
  readonly message: string;
}

export interface InferredRecordings {
  /** What each recording records; one that another needs comes before it, those in a cycle come first. */
  readonly series: readonly CatalogueSeries[];
  /** In the order of the recordings that were given. */
  readonly analyses: readonly Analysis[];
  readonly problems: readonly RecordingProblem[];
}

/**
 * Labels and units of recording rules from their expressions, which may use each other and `metrics` in any order.
 *
 * What is wrong in an expression is in its analysis. Recordings that could not be understood still have a series, with any
 * labels, so that what uses them is not reported as well.
 */
export function inferRecordings(
  recordings: readonly Recorded[],
  metrics: readonly CatalogueSeries[],
): InferredRecordings {
  const { levels, cycles } = levelsOfNeed(recordings);
  const problems: RecordingProblem[] = cycles.map((cycle) => ({
    name: cycle[0] ?? "",
    message: `refers to itself: ${[...cycle, cycle[0]].join(" → ")}`,
  }));
  const inCycle = new Set(cycles.flat());
  const series = recordings
    .filter(({ name }) => inCycle.has(name))
    .map((recording) => seriesWithAnyLabels(recording));
  const analyses = new Map<Recorded, Analysis>();
  for (const level of levels) {
    const catalogue = seriesCatalogue([...metrics, ...series]);
    for (const recording of level) {
      const analysis = analyse(recording, catalogue);
      analyses.set(recording, analysis);
      const message = unitComplaint(recording, analysis);
      if (message !== undefined) {
        problems.push({ name: recording.name, at: recordings.indexOf(recording), message });
      }
      if (!inCycle.has(recording.name)) series.push(seriesOf(recording, analysis));
    }
  }
  return { series, problems, analyses: recordings.flatMap((recording) => analyses.get(recording) ?? []) };
}

function seriesOf(recording: Recorded, { type, diagnostics, selectors }: Analysis): CatalogueSeries {
  const { statistics } = type;
  if (!type.labels || diagnostics.length > 0)
    return { ...seriesWithAnyLabels(recording, type.unit), statistics };
  const { name, unit = "none", help = "" } = recording;
  const added = Object.entries(recording.labels ?? {}).map(([label, value]): [string, LabelSpec] => [
    label,
    [value],
  ]);
  return {
    name,
    type: "recorded",
    unit: unit === "none" ? type.unit : unit,
    observed: type.samples === "bucket rate" ? type.observed : undefined,
    labels: new Map([...type.labels, ...added]),
    keys: type.keys?.filter((key) => key.every((label) => !added.some(([name]) => name === label))),
    interval: type.bound?.kind === "interval" ? { min: type.bound.min, max: type.bound.max } : undefined,
    statistics,
    growth: isGrowth(selectors.flatMap(({ series }) => series)),
    metric: name,
    job: undefined,
    help,
  };
}

function seriesWithAnyLabels(
  { name, unit = "none", help = "" }: Recorded,
  inferredUnit = "none",
): CatalogueSeries {
  const known = unit === "none" ? inferredUnit : unit;
  return {
    name,
    type: "recorded",
    unit: known,
    labels: new Map(),
    anyLabels: true,
    metric: name,
    job: undefined,
    help,
  };
}

function unitComplaint({ unit = "none" }: Recorded, { type }: Analysis): string | undefined {
  const isSame = unit === "none" || type.kind === "unknown" || type.unit === "none" || unit === type.unit;
  return isSame ? undefined : `says that its unit is ${unit}, but the expression gives ${type.unit}`;
}

/** Recordings by how many others they rest on, and the cycles in which recordings need themselves. */
function levelsOfNeed(recordings: readonly Recorded[]): {
  readonly levels: readonly (readonly Recorded[])[];
  readonly cycles: readonly (readonly string[])[];
} {
  const needs = needsByName(recordings);
  const cycles: string[][] = [];
  const depths = new Map<string, number>();
  const depthOf = (name: string, path: readonly string[]): number => {
    if (path.includes(name)) {
      cycles.push(path.slice(path.indexOf(name)));
      return 0;
    }
    const known = depths.get(name);
    if (known !== undefined) return known;
    const below = [...(needs.get(name) ?? [])].map((needed) => depthOf(needed, [...path, name]) + 1);
    const depth = Math.max(0, ...below);
    depths.set(name, depth);
    return depth;
  };
  const levels: Recorded[][] = [];
  for (const recording of recordings) (levels[depthOf(recording.name, [])] ??= []).push(recording);
  // A cycle can leave a level empty.
  return { levels: [...levels].map((level) => level ?? []), cycles };
}

/** The recordings that each one selects. */
function needsByName(recordings: readonly Recorded[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(recordings.map(({ name }) => name));
  const needs = new Map<string, Set<string>>();
  for (const { name, node } of recordings) {
    const used = metricsIn(node).filter((metric) => names.has(metric));
    needs.set(name, new Set([...(needs.get(name) ?? []), ...used]));
  }
  return needs;
}

/** The names of metrics that are selected; none when the text could not be read. */
function metricsIn(tree: Node | undefined): string[] {
  return tree ? selectorsIn(tree).flatMap((selector) => metricNameOf(selector) ?? []) : [];
}

function selectorsIn(node: Node): readonly SelectorNode[] {
  return node.kind === "selector" ? [node] : partsOf(node).flatMap(selectorsIn);
}
