import { lookbackMs } from "../promql/lookback.ts";

/** The moments of a test in which something goes bad and well again, in milliseconds from its start. */
export interface Timeline {
  /** From one evaluation to the next. */
  readonly stepMs: number;
  /** The series begin to do what fires. */
  readonly badMs: number;
  /** Before that the condition does not hold: the same as its onset where that is known to the evaluation. */
  readonly soonestMs: number;
  /** The condition begins to hold, at the latest: the alert is pending, or fires where it has no `for`. */
  readonly onsetMs: number;
  readonly firingMs: number;
  /** The series are ok again. */
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
  /** How long it takes until the condition holds, at the latest. */
  readonly afterMs: number;
  /** The same at the soonest; left out: that is known to the evaluation. */
  readonly soonestMs?: number;
  /** For how long the series do what fires, at the least. */
  readonly badForMs?: number;
  readonly forMs: number;
  readonly keepFiringForMs: number;
  /** A change of the series shows at once. */
  readonly isExact: boolean;
  /** For how long the last value of a series that is gone still stands, from when it could have come again. */
  readonly lingersMs: number;
}

/** Lays out ok, firing and ok again, so that each change falls on a sample of every series. */
export function timelineOf(facts: TimelineOptions): Timeline {
  const { stepMs, stridesMs, reachMs, afterMs, forMs, keepFiringForMs, isExact, lingersMs } = facts;
  const { soonestMs = afterMs, badForMs = 0 } = facts;
  const beat = leastCommonMultiple([stepMs, ...stridesMs]);
  // Two ok steps at least: one before which nothing is, and one that could be pending.
  const badMs = roundUp(Math.max(reachMs, 2 * stepMs), beat);
  // What is no whole number of steps is noticed at the next.
  const onsetMs = roundUp(badMs + afterMs, stepMs);
  const firingMs = roundUp(onsetMs + forMs, stepMs);
  const wellMs = roundUp(Math.max(firingMs + stepMs, badMs + reachMs, badMs + badForMs), beat);
  const goneMs = roundUp(wellMs + lingersMs, stepMs);
  const clearMs = isExact ? goneMs : roundUp(goneMs + reachMs, stepMs) + stepMs;
  const resolvedMs = roundUp(clearMs + keepFiringForMs, stepMs);
  return {
    stepMs,
    badMs,
    soonestMs: roundUp(badMs + soonestMs, stepMs),
    onsetMs,
    firingMs,
    wellMs,
    clearMs,
    resolvedMs,
    endMs: resolvedMs + 2 * stepMs,
  };
}

export interface GridOptions {
  /** What must be a whole number of steps: windows' strides, `for`, and the like; 0 is left out. */
  readonly durationsMs: readonly number[];
  readonly forMs: number;
  /** How often the slowest of the rules is evaluated when it is deployed: a test never evaluates it more often. */
  readonly everyMs: number;
  /** The shortest window; undefined: all is read at the moment. */
  readonly windowMs?: number | undefined;
  /** How far back the rules look. */
  readonly reachMs: number;
  /** It matters whether a sample is older than 5 minutes. */
  readonly seesGaps: boolean;
  /** For how long the last value of a recording stands; undefined: for no time. */
  readonly standsMs?: number | undefined;
}

/** A tenth of `for` is short enough for "just before": all that changes `for` changes it by more. */
const stepsOfFor = 10;
/** Of a long `for`, half and twice as much must still be some steps away. */
const fewestStepsOfFor = 4;
/** The same of a window, and of all that a rule looks back. */
const stepsOfLook = 12;

/** The time between two evaluations of a test: fine enough to tell moments apart, and coarse enough for few of them. */
export function gridOf(options: GridOptions): number {
  const {
    durationsMs,
    forMs,
    everyMs,
    windowMs = Infinity,
    reachMs,
    seesGaps,
    standsMs = Infinity,
  } = options;
  const common = greatestCommonDivisor(durationsMs.filter((duration) => duration > 0)) || everyMs;
  // A rule that looks back a week is played for weeks.
  const look = Math.min(
    windowMs / stepsOfLook,
    reachMs / stepsOfLook,
    (forMs || Infinity) / fewestStepsOfFor,
  );
  const wanted = Math.max(everyMs, forMs / stepsOfFor, look);
  // Of a longer step nobody could tell how long a value stands that comes with each.
  const most = Math.min(wanted, seesGaps ? lookbackMs : Infinity, standsMs);
  let parts = Math.max(1, Math.ceil(common / most));
  while (common % parts !== 0) parts += 1;
  return Math.max(common / parts, everyMs);
}

/** The greatest number that divides all of these; 0 where there is none. Whole numbers only. */
export function greatestCommonDivisor(numbers: readonly number[]): number {
  return numbers.reduce(commonDivisor, 0);
}

/** The least number that all of these divide; 1 where there is none. Whole numbers from 1. */
export function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => (a / commonDivisor(a, b)) * b, 1);
}

/** Between two moments at which a rule is evaluated and every one of these series has a sample. */
export function beatOf(stepMs: number, series: readonly { readonly strideMs: number }[]): number {
  return leastCommonMultiple([stepMs, ...series.map(({ strideMs }) => strideMs)]);
}

/** Every so often from a moment on, and before another. */
export function momentsBetween(fromMs: number, untilMs: number, everyMs: number): number[] {
  return Array.from(
    { length: Math.ceil((untilMs - fromMs) / everyMs) },
    (_, index) => fromMs + index * everyMs,
  );
}

/** The least multiple of `step` that is not below `number`. */
export function roundUp(number: number, step: number): number {
  return Math.ceil(number / step) * step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
