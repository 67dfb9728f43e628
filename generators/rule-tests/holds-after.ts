import { durationInMs } from "../language/duration.ts";
import type { Scenario } from "../language/scenario.ts";
import { groupOf } from "../model/lookups.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import { courseOf, onsetIn, type Course, type Search } from "./course.ts";
import { nudged, nudges } from "./nudged.ts";
import { pacedScene, sampleCount, type PacedScene } from "./paced-scene.ts";
import type { PhasedSeries } from "./phases.ts";
import type { Read } from "./reads.ts";
import type { HoldsAfter } from "./rule-test.ts";
import type { Surroundings } from "./test-of-alert.ts";
import { setupOnTargets, surroundingsOnTargets } from "./setup-on-targets.ts";
import { roundUp } from "./timeline.ts";

/** Undefined of an alert to which nothing is given that could be bad. */
export function holdsAfter(alert: AlertModel, model: Model): HoldsAfter | undefined {
  const scenarios = alert.scenarios.filter(({ given }) => given.length > 0);
  const around = surroundingsOnTargets(alert, model);
  // Several reasons to fire may be the same to targets.
  const different = new Map(scenarios.map((scenario) => [textOf(scenario), scenario]));
  const all = [...different.values()].map((scenario) => holdsAfterIn(scenario, around, model));
  if (all.length === 0) return undefined;
  return {
    soonestMs: Math.min(...all.map(({ soonestMs }) => soonestMs)),
    latestMs: Math.max(...all.map(({ latestMs }) => latestMs)) + lagOf(around, model),
    isPlayed: all.every(({ isPlayed }) => isPlayed),
  };
}

/** What targets do, and in which time. */
export function textOf({ given, onTargets, after, within }: Scenario): string {
  const all = onTargets ? [onTargets.ok, onTargets.firing] : [given];
  return JSON.stringify([
    after,
    within,
    all.map((some) => some.map((one) => ({ ...one, place: undefined }))),
  ]);
}

/** A recording is evaluated at its own moments: what reads it sees it up to an interval later, and so does what reads that. */
function lagOf({ rules }: Surroundings, model: Model): number {
  const groups = new Set(rules.filter(({ kind }) => kind === "recording").map((one) => groupOf(model, one)));
  return [...groups].reduce((sum, group) => sum + (group?.everyMs ?? 0), 0);
}

function holdsAfterIn(scenario: Scenario, around: Surroundings, model: Model): HoldsAfter {
  const setup = setupOnTargets(scenario, around, model);
  const scene = coarseWhereLong(pacedScene(setup, around), around);
  const saidMs = durationInMs(scenario.after ?? scenario.within ?? "0s") ?? 0;
  const { stepMs, badMs, apartMs, reachMs } = scene;
  // What was well is forgotten by then, and what is bad has been seen.
  const longestMs = roundUp(Math.max(saidMs, reachMs + longestStride(scene)), stepMs);
  const isPlayable = setup.complaints.length === 0 && sampleCount(scene, badMs + longestMs) <= mostSamples;
  const onset = isPlayable
    ? playedOnset(scene, { scenario, around, reads: setup.reads, longestMs }, model)
    : undefined;
  const within = scenario.within === undefined ? 0 : Math.max(0, saidMs - around.alert.forMs);
  if (!onset) return { soonestMs: 0, latestMs: Math.max(longestMs, saidMs) + apartMs, isPlayed: false };
  return {
    soonestMs: onset.soonestMs,
    // What comes and goes fires once in that time, and nobody knows at which time it comes.
    latestMs: Math.max(onset.latestMs + apartMs, within),
    isPlayed: true,
  };
}

function longestStride({ series }: PacedScene): number {
  return Math.max(0, ...series.map((one) => one.series.strideMs));
}

/** More would take a build longer than all else. */
const mostSamples = 200_000;
/** So many recorded values in a window are as good as all of them: each is a moment at which the recording is evaluated. */
const recordedInWindow = 120;
const mostMoments = 500;

interface GridScene extends PacedScene {
  /** How much earlier or later it may be than it is seen, because it is looked at so seldom. */
  readonly blurMs: number;
}

function coarseWhereLong(scene: PacedScene, { rules }: Surroundings): GridScene {
  const recorded = new Set(rules.flatMap((one) => (one.kind === "recording" ? [one.name] : [])));
  const windows = rules.flatMap(({ analysis }) =>
    analysis.selectors.flatMap(({ metric, reachMs }) => (recorded.has(metric ?? "") ? [reachMs ?? 0] : [])),
  );
  const stepMs = roundUp(Math.max(1, ...windows) / recordedInWindow, scene.stepMs);
  return { ...scene, stepMs, blurMs: stepMs > scene.stepMs ? stepMs : 0 };
}

interface OnsetFacts {
  readonly scenario: Scenario;
  readonly around: Surroundings;
  readonly reads: readonly Read[];
  readonly longestMs: number;
}

/** When it begins to hold, as it is evaluated at each moment; undefined where that is not sure. */
function playedOnset(
  scene: GridScene,
  facts: OnsetFacts,
  model: Model,
): Pick<HoldsAfter, "soonestMs" | "latestMs"> | undefined {
  const { badMs, stepMs, blurMs } = scene;
  // Where it is looked at so seldom the last digits of a number make no difference.
  const courses = [undefined, ...(blurMs > 0 ? [] : nudges)].map((by) => courseIn(scene, by, facts, model));
  const onsets: { readonly course: Course; readonly afterMs: AfterMs }[] = [];
  for (const course of courses)
    onsets.push({ course, afterMs: onsetOf(course, scene, facts, onsets[0]?.afterMs) });
  const [own] = onsets;
  if (own === undefined || typeof own.afterMs !== "number") return undefined;
  // What is a hair less may be silent; of what cannot be worked out nothing is claimed.
  if (onsets.some(({ afterMs }) => afterMs === undefined)) return undefined;
  const all = onsets.flatMap(({ afterMs }) => (typeof afterMs === "number" ? [afterMs] : []));
  const soonestMs = Math.min(...all);
  const isEarlier = onsets.some(({ course }) => (course(badMs + soonestMs - 1)?.length ?? 1) > 0);
  // A recording may be evaluated just before the next sample comes, when more of what was well has left its window.
  const mayBeEarlier = isEarlier || facts.around.rules.length > 1;
  return {
    soonestMs: Math.max(0, soonestMs - (mayBeEarlier ? stepMs : 0)),
    latestMs: Math.max(...all) + blurMs,
  };
}

function courseIn(
  { series, badMs, stepMs }: PacedScene,
  by: number | undefined,
  { around: { alert }, reads, longestMs }: OnsetFacts,
  model: Model,
): Course {
  const played: readonly PhasedSeries[] = by === undefined ? series : series.map((one) => nudged(one, by));
  const endMs = badMs + 2 * (longestMs + alert.forMs) + 2 * stepMs;
  return courseOf(alert, reads, { series: played, stepMs, endMs }, model);
}

type AfterMs = number | "never" | undefined;

/**
 * From the first bad sample on; "never" if not in time, and undefined where it is not sure.
 *
 * @param likelyMs when it is in a scene that is nearly the same
 */
function onsetOf(
  course: Course,
  { badMs, stepMs }: PacedScene,
  { scenario, around, longestMs }: OnsetFacts,
  likelyMs: AfterMs,
): AfterMs {
  const { forMs } = around.alert;
  const search: Search = { fromMs: badMs, toMs: badMs + longestMs, stepMs, forMs };
  const last = course(search.toMs);
  if (last === undefined) return undefined;
  if (scenario.within === undefined && last.length > 0)
    return firstHolding(course, search, typeof likelyMs === "number" ? likelyMs / stepMs : 0) - badMs;
  if (longestMs / stepMs > mostMoments) return undefined;
  const onset = onsetIn(course, search);
  return typeof onset === "object" ? onset.onsetMs - badMs : onset;
}

/** What holds in the end, and goes on to hold once it does; as many steps after the beginning as is likely, or anywhere. */
function firstHolding(course: Course, { fromMs, toMs, stepMs }: Search, likely: number): number {
  const holds = (steps: number) => (course(fromMs + steps * stepMs)?.length ?? 0) > 0;
  let [low, high] = [0, Math.round((toMs - fromMs) / stepMs)];
  if (likely > 0 && likely <= high) {
    if (holds(likely)) high = likely;
    if (!holds(likely - 1)) low = likely;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return fromMs + low * stepMs;
}
