import type { Missing } from "../../generators/language/scenario.ts";
import { isGauge, partsOf, type SimulatedSeries } from "./series.ts";
import { swayed, swayedTime, type Sway } from "./sway.ts";

/** What a series does from now on. Lists have one number for each of its lines. */
export type Motion =
  | { readonly kind: "missing" }
  | LinearMotion
  /** Stays where it is; where it was nowhere yet, at these values. */
  | { readonly kind: "stands"; readonly at: readonly number[] }
  /** A moment that is always this many seconds ahead. */
  | { readonly kind: "ahead"; readonly seconds: number }
  /** A moment that is always now. */
  | { readonly kind: "restarts" }
  /** These samples again and again. */
  | { readonly kind: "follows"; readonly samples: readonly (number | Missing)[]; readonly everyMs: number };

/** Grows by this much each second, from these values; without them, from where it is. */
export interface LinearMotion {
  readonly kind: "linear";
  readonly from?: readonly number[];
  readonly perSecond: readonly number[];
  readonly valueSway?: Sway;
  readonly growthSway?: Sway;
}

/** A series on its way. */
export interface Course {
  readonly motion: Motion;
  readonly sinceMs: number;
  /** Where it was then. */
  readonly from: readonly number[];
}

/** How the series were read: real time, and how often its target is scraped. */
export interface Look {
  readonly nowMs: number;
  readonly everyMs: number;
}

/** What the lines of the series say now; undefined when it is missing. */
export function valuesAt(
  { motion, sinceMs, from }: Course,
  { nowMs, everyMs }: Look,
): readonly number[] | undefined {
  const elapsed = Math.max(0, nowMs - sinceMs);
  switch (motion.kind) {
    case "missing":
      return undefined;
    case "linear":
      return linearValues(motion, from, elapsed);
    case "stands":
      return from;
    case "ahead":
      return [nowMs / 1000 + motion.seconds];
    case "restarts":
      return [(sinceMs + Math.floor(elapsed / everyMs) * everyMs) / 1000];
    case "follows": {
      const sample = motion.samples[Math.floor(elapsed / motion.everyMs) % motion.samples.length];
      return sample === undefined || sample === "missing" ? undefined : [sample];
    }
  }
}

function linearValues(
  { perSecond, valueSway, growthSway }: LinearMotion,
  from: readonly number[],
  elapsedMs: number,
): readonly number[] {
  const passedMs = growthSway ? swayedTime(elapsedMs, growthSway) : elapsedMs;
  return from.map((start, index) => {
    const around = valueSway ? swayed(start, valueSway, elapsedMs) : start;
    return around + ((perSecond[index] ?? 0) * passedMs) / 1000;
  });
}

/** The course when a series begins a motion; `before` is where it was, and a counter goes on from there. */
export function beginning(
  series: SimulatedSeries,
  motion: Motion,
  nowMs: number,
  before?: readonly number[],
): Course {
  const given = motion.kind === "linear" ? motion.from : undefined;
  const first = motion.kind === "stands" ? motion.at : firstValues(series);
  return { motion, sinceMs: nowMs, from: given ?? before ?? first };
}

/** The course of a series of a program that has just been started; a gauge that does not move by itself is as before. */
export function restarted(series: SimulatedSeries, course: Course, nowMs: number): Course {
  const { motion } = course;
  if (series.isMeasured || motion.kind === "missing") return course;
  if (series.unit === "timestamp" && motion.kind !== "ahead") return { ...course, from: [nowMs / 1000] };
  const grows = motion.kind === "linear" && motion.perSecond.some((rate) => rate > 0);
  if (isGauge(series) && !grows) return course;
  return { ...course, sinceMs: nowMs, from: partsOf(series).map(() => 0) };
}

// What a counter has counted when the simulator starts. Far from zero: Prometheus takes a series that is near it for one
// that has just begun, and then extrapolates less than a second look would show.
const countedBefore = 1000;

export function firstValues(series: SimulatedSeries): readonly number[] {
  return partsOf(series).map(() => (isGauge(series) ? 0 : countedBefore));
}
