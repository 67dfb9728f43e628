import {
  phaseFrom,
  valueAfter,
  type Behaviour,
  type Level,
  type Phase,
} from "../../generators/series/series.ts";
import { isGauge, partsOf, type SimulatedSeries } from "./series.ts";
import { swayed, swayedTime, type Sway } from "./sway.ts";

/** What a series does from now on. Lists have one number for each of its lines. */
export type Motion =
  | LinearMotion
  /** Stays where it is; where it was nowhere yet, at these values. */
  | { readonly kind: "stays"; readonly at: readonly number[] }
  | Extract<Behaviour, { readonly kind: "missing" | "ahead" | "restarts" | "follows" }>;

/** Grows by this much each second, from these values; without them, from where it is. */
export interface LinearMotion {
  readonly kind: "linear";
  readonly from?: readonly number[];
  readonly perSecond: readonly number[];
  readonly valueSway?: Sway;
  readonly growthSway?: Sway;
}

/** What each line of a series does by this motion, as the rule tests and the cards have it too; sway comes on top of it. */
function behavioursOf(motion: Motion, lines: number): Behaviour[] {
  const each = (of: (index: number) => Behaviour) => Array.from({ length: lines }, (_, index) => of(index));
  switch (motion.kind) {
    case "linear":
      return each((index) => {
        const from = motion.from?.[index];
        const by = motion.perSecond[index] ?? 0;
        return { kind: "grows", by, everyMs: 1000, ...(from === undefined ? {} : { from }) };
      });
    case "stays":
      return each(() => ({ kind: "stays" }));
    case "missing":
    case "ahead":
    case "restarts":
    case "follows":
      return each(() => motion);
  }
}

/** A series that is in a motion. */
export interface Moving {
  readonly motion: Motion;
  /** What each of its lines has done since the motion began. */
  readonly lines: readonly Phase[];
}

/** What the lines of the series say now; undefined when it is missing. */
export function valuesAt({ motion, lines }: Moving, nowMs: number): readonly number[] | undefined {
  const sway = motion.kind === "linear" ? motion : {};
  const values = lines.map((line) => swayingValue(line, Math.max(0, nowMs - line.fromMs), sway));
  return values.every((value) => value !== "missing") ? values : undefined;
}

/** The value of a line, with the sway that makes it look alive. */
function swayingValue(
  line: Phase,
  elapsedMs: number,
  { valueSway, growthSway }: Pick<LinearMotion, "valueSway" | "growthSway">,
): Level {
  const passedMs = growthSway ? swayedTime(elapsedMs, growthSway) : elapsedMs;
  const start = valueSway ? swayed(line.start, valueSway, elapsedMs) : line.start;
  return valueAfter({ ...line, start }, passedMs);
}

/** A series that begins a motion; `before` is where it was, and a counter goes on from there. */
export function beginning(
  series: SimulatedSeries,
  motion: Motion,
  nowMs: number,
  before?: readonly number[],
): Moving {
  const first = motion.kind === "stays" ? motion.at : firstValues(series);
  const from = before ?? first;
  const behaviours = behavioursOf(motion, partsOf(series).length);
  return { motion, lines: behaviours.map((one, index) => phaseFrom(nowMs, one, from[index] ?? 0)) };
}

/** A series of a program that has just been started; a gauge that does not move by itself is as before. */
export function restarted(series: SimulatedSeries, moving: Moving, nowMs: number): Moving {
  const { motion, lines } = moving;
  if (series.isMeasured || motion.kind === "missing") return moving;
  if (series.unit === "timestamp" && motion.kind !== "ahead") {
    return { motion, lines: lines.map((line) => ({ ...line, start: nowMs / 1000 })) };
  }
  const grows = motion.kind === "linear" && motion.perSecond.some((rate) => rate > 0);
  if (isGauge(series) && !grows) return moving;
  return { motion, lines: lines.map((line) => ({ ...line, fromMs: nowMs, start: 0 })) };
}

// What a counter has counted when the simulator starts. Far from zero: Prometheus takes a series that is near it for one
// that has just begun, and then extrapolates less than a second look would show.
const countedBefore = 1000;

export function firstValues(series: SimulatedSeries): readonly number[] {
  return partsOf(series).map(() => (isGauge(series) ? 0 : countedBefore));
}
