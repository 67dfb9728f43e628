import { formatDuration } from "../language/duration.ts";
import { samplesOf, seriesText, valuesText, type Sample } from "../series/promtool.ts";
import { later, seriesIn, type PhasedSeries } from "./phases.ts";
import type { Assertion } from "./assertion.ts";
import { testNameOf } from "./scene-names.ts";
import type { TestGroup } from "./test-file.ts";
import { greatestCommonDivisor, leastCommonMultiple, roundUp } from "./timeline.ts";

/** These series, from 0 to the end, and what is to be seen of them. */
export interface Scene {
  readonly name: string;
  readonly endMs: number;
  /** Its samples are as far apart as in production; left out: as far as suits its rule. */
  readonly pace?: "production";
  readonly series: readonly PhasedSeries[];
  readonly assertions: readonly Assertion[];
}

/** How the scenes of a rule are played. */
export interface Stage {
  readonly stepMs: number;
  /** How many rules are evaluated at each step. */
  readonly ruleCount: number;
  /** How long the rules remember what is gone; undefined: they would notice that another scene was before. */
  readonly memoryMs: number | undefined;
}

/**
 * A group costs promtool 6.5 ms, because each has a database of its own; a rule costs 40 µs at each step. A pause that costs more than
 * a group saves nothing.
 */
const evaluationsOfGroup = 160;

/**
 * The groups of a test file: one in which all scenes follow each other, if that is cheaper than a group for each.
 *
 * Between two scenes there is nothing for as long as the rules look back: each begins as if the world did.
 */
export function testGroups(scenes: readonly Scene[], stage: Stage): TestGroup[] {
  // Together they would need a sample at every moment at which one of them has one.
  const [paced, others] = [scenes.filter(({ pace }) => pace), scenes.filter(({ pace }) => !pace)];
  return [...groupsOf(others, stage), ...groupsOf(paced, stage)];
}

function groupsOf(scenes: readonly Scene[], stage: Stage): TestGroup[] {
  const { stepMs, ruleCount, memoryMs } = stage;
  const beatMs = leastCommonMultiple([stepMs, ...stridesOf(scenes)]);
  // At the next sample of a series it is noted that it is gone. Then the rules forget it, and see once that there is nothing.
  const pauseMs = beatMs + Math.max(memoryMs ?? Infinity, stepMs);
  const isCheaper = (pauseMs / stepMs) * ruleCount <= evaluationsOfGroup;
  return scenes.length > 1 && isCheaper
    ? [groupOf(oneAfterAnother(scenes, pauseMs, beatMs), stepMs)]
    : scenes.map((scene) => testGroup(scene, stepMs));
}

function stridesOf(scenes: readonly Scene[]): number[] {
  return scenes.flatMap(({ series }) => series.map((one) => one.series.strideMs));
}

interface PlacedScene {
  readonly scene: Scene;
  readonly fromMs: number;
}

/** A group in which one scene is played. */
export function testGroup(scene: Scene, stepMs: number): TestGroup {
  return groupOf([{ scene, fromMs: 0 }], stepMs);
}

/** Each begins at a sample of every series. */
function oneAfterAnother(scenes: readonly Scene[], pauseMs: number, beatMs: number): PlacedScene[] {
  const placed: PlacedScene[] = [];
  let fromMs = 0;
  for (const scene of scenes) {
    placed.push({ scene, fromMs });
    fromMs = roundUp(fromMs + scene.endMs + pauseMs, beatMs);
  }
  return placed;
}

function groupOf(placed: readonly PlacedScene[], stepMs: number): TestGroup {
  const intervalMs = greatestCommonDivisor(stridesOf(placed.map(({ scene }) => scene))) || stepMs;
  const assertions = placed.flatMap(({ scene, fromMs }) =>
    scene.assertions.map((one) => ({ ...one, eval_time: formatDuration(fromMs + one.atMs) })),
  );
  const alerts = assertions.flatMap(({ alert, eval_time }) => (alert ? [{ eval_time, ...alert }] : []));
  const expressions = assertions.flatMap(({ expression, eval_time }) =>
    expression ? [{ expr: expression.expr, eval_time, exp_samples: expression.exp_samples }] : [],
  );
  return {
    name: testNameOf(placed.map(({ scene, fromMs }) => ({ name: scene.name, fromMs }))),
    interval: formatDuration(intervalMs),
    input_series: [...samplesBySeries(placed, intervalMs)].map(([series, samples]) => ({
      series,
      values: valuesText(samples, 1),
    })),
    ...(alerts.length > 0 ? { alert_rule_test: alerts } : {}),
    ...(expressions.length > 0 ? { promql_expr_test: expressions } : {}),
  };
}

/** What promtool has for each series, one sample in each interval. */
function samplesBySeries(placed: readonly PlacedScene[], intervalMs: number): ReadonlyMap<string, Sample[]> {
  const all = new Map<string, Sample[]>();
  for (const { scene, fromMs } of placed) {
    const isLast = fromMs === placed.at(-1)?.fromMs;
    for (const { series, phases } of scene.series) {
      const text = seriesText(series.metric, series.labels);
      const known = all.get(text) ?? [];
      const own = samplesOf(
        seriesIn({ series, phases: later(phases, fromMs) }),
        series.strideMs,
        fromMs + scene.endMs,
      );
      place(isLast ? own : ended(own), series.strideMs / intervalMs, known);
      all.set(text, known);
    }
  }
  return all;
}

/** Prometheus is told that what has ended is gone: it would take its last sample for the present for some minutes. */
function ended(samples: readonly Sample[]): readonly Sample[] {
  return typeof samples.at(-1) === "number" ? [...samples, "stale"] : samples;
}

/** @param every how many intervals are between two of these samples */
function place(samples: readonly Sample[], every: number, all: Sample[]): void {
  while (all.length < samples.length * every) all.push(undefined);
  for (const [index, sample] of samples.entries()) if (sample !== undefined) all[index * every] = sample;
}
