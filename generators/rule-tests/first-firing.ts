import type { Model } from "../model/model.ts";
import { courseOf, onsetIn } from "./course.ts";
import type { CaseOptions } from "./alert-cases.ts";
import { nudged, nudges } from "./nudged.ts";
import type { PhasedSeries } from "./phases.ts";
import { roundUp } from "./timeline.ts";

/** Until when a condition that makes the alert fire must begin to hold. */
export interface FirstSearch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** When an alert first fires in a scene: two moments where that hangs on the last digits of a number. */
export interface FirstFiring {
  readonly soonestMs: number;
  readonly latestMs: number;
}

/**
 * When an alert first fires in a scene, as promtool evaluates it; "never", if its condition does not begin to hold in this time.
 *
 * Undefined where that is not sure.
 */
export function firstFiring(
  { alert, setup }: Pick<CaseOptions, "alert" | "setup">,
  series: readonly PhasedSeries[],
  { fromMs, toMs }: FirstSearch,
  model: Model,
): FirstFiring | "never" | undefined {
  const { stepMs, reads } = setup;
  const { forMs } = alert;
  const endMs = roundUp(toMs + forMs, stepMs) + stepMs;
  const firingIn = (played: readonly PhasedSeries[]) => {
    const course = courseOf(alert, reads, { series: played, stepMs, endMs }, model);
    const onset = onsetIn(course, { fromMs, toMs, stepMs, forMs });
    return typeof onset === "object" ? onset.firingMs : onset;
  };
  const all = [series, ...nudges.map((by) => series.map((one) => nudged(one, by)))].map(firingIn);
  if (all.every((one) => one === "never")) return "never";
  const moments = all.filter((one) => typeof one === "number");
  if (moments.length < all.length) return undefined;
  return { soonestMs: Math.min(...moments), latestMs: Math.max(...moments) };
}

/** Whether it fires at all; undefined where that is not sure. */
export function firesOnce(first: FirstFiring | "never" | undefined): boolean | undefined {
  return first === undefined ? undefined : first !== "never";
}
