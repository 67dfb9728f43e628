import { leastCommonMultiple, roundUp } from "./divisors.ts";

/** The moments of a test in which something goes bad and well again, in milliseconds from its start. */
export interface Timeline {
  /** From one evaluation to the next. */
  readonly stepMs: number;
  /** The series begin to do what fires. */
  readonly badMs: number;
  /** The condition begins to hold: the alert is pending, or fires where it has no `for`. */
  readonly onsetMs: number;
  readonly firingMs: number;
  /** The series are quiet again. */
  readonly wellMs: number;
  /** The condition surely no longer holds. */
  readonly clearMs: number;
  /** The alert is gone: `keepFiringFor` has passed. */
  readonly resolvedMs: number;
  readonly endMs: number;
}

export interface TimelineOptions {
  readonly stepMs: number;
  readonly stridesMs: readonly number[];
  /** How far back the rules look. */
  readonly reachMs: number;
  readonly afterMs: number;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  /** A change of the series shows at once. */
  readonly isExact: boolean;
}

/** Lays out quiet, bad and quiet again, so that each change falls on a sample of every series. */
export function timelineOf(facts: TimelineOptions): Timeline {
  const { stepMs, stridesMs, reachMs, afterMs, forMs, keepFiringForMs, isExact } = facts;
  const beat = leastCommonMultiple([stepMs, ...stridesMs]);
  // Two steps of quiet at least: one before which nothing is, and one that could be pending.
  const badMs = roundUp(Math.max(reachMs, 2 * stepMs), beat);
  const onsetMs = badMs + afterMs;
  const firingMs = onsetMs + forMs;
  const wellMs = roundUp(Math.max(firingMs + stepMs, badMs + reachMs), beat);
  const clearMs = isExact ? wellMs : roundUp(wellMs + reachMs, stepMs) + stepMs;
  const resolvedMs = clearMs + keepFiringForMs;
  return {
    stepMs,
    badMs,
    onsetMs,
    firingMs,
    wellMs,
    clearMs,
    resolvedMs,
    endMs: resolvedMs + 2 * stepMs,
  };
}
