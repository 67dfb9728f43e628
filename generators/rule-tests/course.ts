import type { Model } from "../model/model.ts";
import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import type { Notice } from "../promql/evaluate/combine.ts";
import { evaluate } from "../promql/evaluate/evaluate.ts";
import { seriesKey, type VectorElement } from "../promql/evaluate/value.ts";
import type { Node } from "../promql/tree.ts";
import type { PhasedSeries } from "./phases.ts";
import { readingRules, type Read } from "./reads.ts";
import { withTargets } from "./targets-of-scene.ts";
import { worldsOf } from "./world-at-moment.ts";

type Rule = AlertModel | RecordingModel;

/** What an expression gives at a moment of a scene, as promtool evaluates it; undefined where that is not sure. */
export type Course = (atMs: number, node?: Node) => readonly VectorElement[] | undefined;

/** A scene, and how it is evaluated. */
export interface PlayedScene {
  readonly series: readonly PhasedSeries[];
  readonly stepMs: number;
  readonly endMs: number;
  /** Told of each value that is exactly at its threshold. */
  readonly notice?: Notice;
}

/** What a rule gives in a scene as it is deployed, with the targets that its series come from. */
export function courseOf(
  rule: Rule,
  reads: readonly Read[],
  { series, stepMs, endMs, notice }: PlayedScene,
  model: Model,
): Course {
  const rules = new Set([rule, ...readingRules(reads)]);
  const births = [...rules].flatMap(({ deployed }) => deployed.births);
  const recordings = model.recordings.map(({ name, labels, deployed }) => ({
    name,
    labels,
    node: deployed.node,
  }));
  // What a scenario gives of a recording is played, and nothing makes it.
  const made = recordings.filter(({ name }) => !series.some((one) => one.series.metric === name));
  const worldAt = worldsOf({ series: withTargets(series, births), recordings: made, stepMs, endMs, notice });
  return (atMs, node = rule.deployed.node) => {
    const value = evaluate(node, worldAt(atMs));
    return value === undefined || typeof value === "number" ? undefined : value;
  };
}

/** From when on an alert's condition holds, and when it has held for as long as it must. */
export interface Onset {
  readonly onsetMs: number;
  readonly firingMs: number;
  /** What then fires; undefined where it is more than one. */
  readonly element: VectorElement | undefined;
}

export interface Search {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly forMs: number;
}

/**
 * The first time that the condition holds for as long as it must; "never", if not before the end of the search.
 *
 * Undefined where it is not sure.
 */
export function onsetIn(course: Course, search: Search): Onset | "never" | undefined {
  const { fromMs, toMs, stepMs, forMs } = search;
  let since = new Map<string, number>();
  for (let atMs = fromMs; atMs <= toMs + forMs + stepMs; atMs += stepMs) {
    const elements = course(atMs);
    if (!elements) return undefined;
    const before = since;
    since = new Map(elements.map((one) => [seriesKey(one), before.get(seriesKey(one)) ?? atMs]));
    const firing = elements.filter((one) => atMs - (since.get(seriesKey(one)) ?? atMs) >= forMs);
    const [first] = firing;
    if (!first) continue;
    const onsetMs = since.get(seriesKey(first)) ?? atMs;
    return { onsetMs, firingMs: atMs, element: elements.length === 1 ? first : undefined };
  }
  return "never";
}
