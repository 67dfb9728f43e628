import type { Level } from "../../language/given.ts";
import type { FunctionOf } from "../functions.ts";
import { quantileOf, valueOfSamples, type Window } from "./over-samples.ts";
import type { EvaluatedSeries } from "./world.ts";

/** What a series does in a window in which it grows evenly, or not at all. */
interface Even extends Window {
  /** At its end. */
  readonly level: number | undefined;
  /** A second. */
  readonly growth: number | undefined;
  readonly everySeconds: number;
  /** Samples in it. */
  readonly count: number;
}

/** Undefined: of what grows evenly it is not known, or it is evaluated elsewhere. */
const ofEven: Readonly<Record<FunctionOf<"window">, ((even: Even) => number | undefined) | undefined>> = {
  // Of it no series is asked but whether there is any.
  absent_over_time: undefined,
  rate: ({ growth }) => growth,
  irate: ({ growth }) => growth,
  deriv: ({ growth }) => growth,
  increase: growthOver,
  delta: growthOver,
  idelta: ({ growth, everySeconds }) => times(growth, everySeconds),
  changes: ({ growth, count }) => growth && (growth === 0 ? 0 : count - 1),
  resets: ({ growth, count }) => growth && (growth < 0 ? count - 1 : 0),
  last_over_time: ({ level }) => level,
  present_over_time: () => 1,
  count_over_time: ({ count }) => count,
  min_over_time: (even) => between(even, 0),
  max_over_time: (even) => between(even, 1),
  avg_over_time: (even) => between(even, 0.5),
  quantile_over_time: (even) => between(even, even.argument),
  sum_over_time: (even) => times(between(even, 0.5), even.count),
  stddev_over_time: (even) => deviation(even),
  stdvar_over_time: (even) => times(deviation(even), deviation(even) ?? 0),
  predict_linear: ({ level, growth, argument }) =>
    level === undefined || growth === undefined ? undefined : level + growth * argument,
};

/** Undefined: nobody has needed it of samples yet. */
const ofSamples: Readonly<
  Record<FunctionOf<"window">, ((samples: readonly number[], window: Window) => number) | undefined>
> = {
  absent_over_time: undefined,
  deriv: undefined,
  idelta: undefined,
  irate: undefined,
  predict_linear: undefined,
  stddev_over_time: undefined,
  stdvar_over_time: undefined,
  last_over_time: (samples) => samples.at(-1) ?? NaN,
  present_over_time: () => 1,
  count_over_time: (samples) => samples.length,
  min_over_time: (samples) => Math.min(...samples),
  max_over_time: (samples) => Math.max(...samples),
  sum_over_time: sum,
  avg_over_time: (samples) => sum(samples) / samples.length,
  quantile_over_time: (samples, { argument }) => quantileOf(argument, samples),
  changes: (samples) => steps(samples).filter(([before, after]) => before !== after).length,
  resets: (samples) => steps(samples).filter(([before, after]) => after < before).length,
  delta: (samples) => (samples.at(-1) ?? 0) - (samples[0] ?? 0),
  increase: growthOfSamples,
  rate: (samples, { seconds }) => growthOfSamples(samples) / seconds,
};

// As many samples of a long window as are looked at.
const mostSamples = 500;

/** What a function over a window gives of a series that has done the same for longer; undefined where it is not known. */
export function valueOverTime(
  name: FunctionOf<"window">,
  series: EvaluatedSeries,
  window: Window,
): Level | undefined {
  const { level, growth, everyMs, levelAgo, samplesIn } = series;
  if (samplesIn) return valueOfSamples(name, samplesIn(window.seconds), window);
  const everySeconds = everyMs / 1000;
  if (levelAgo) return overSamples(name, samplesOf(levelAgo, everySeconds, window), window);
  if (level === "missing" || growth === "missing") return "missing";
  if (series.isRestless) {
    // Of the samples in the window each but the first differs from the one before.
    return name === "changes" ? Math.ceil(window.seconds / everySeconds) - 1 : undefined;
  }
  const count = Math.max(1, Math.round(window.seconds / everySeconds));
  const { seconds, argument } = window;
  return ofEven[name]?.({ seconds, argument, level, growth, everySeconds, count });
}

function growthOver({ growth, seconds }: Even): number | undefined {
  return times(growth, seconds);
}

function times(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}

/** Of so many numbers that lie evenly apart. */
function deviation({ growth, everySeconds, count }: Even): number | undefined {
  return times(growth, everySeconds * Math.sqrt((count ** 2 - 1) / 12));
}

/** From the least value in the window, 0, to the greatest, 1. */
function between({ level, growth: bySecond, everySeconds, count }: Even, part: number): number | undefined {
  // The sample at the start of a window is not in it.
  const growth = times(bySecond, (count - 1) * everySeconds);
  if (level === undefined || growth === undefined) return undefined;
  const [least, greatest] = growth < 0 ? [level, level - growth] : [level - growth, level];
  return least + (greatest - least) * part;
}

function samplesOf(
  levelAgo: (seconds: number) => Level,
  everySeconds: number,
  { seconds }: Window,
): number[] {
  const count = Math.min(mostSamples, Math.max(1, Math.round(seconds / everySeconds)));
  const ages = Array.from({ length: count }, (_, index) => (count - 1 - index) * everySeconds);
  return ages.map(levelAgo).filter((level) => level !== "missing");
}

function overSamples(
  name: FunctionOf<"window">,
  samples: readonly number[],
  window: Window,
): Level | undefined {
  if (samples.length === 0) return "missing";
  return ofSamples[name]?.(samples, window);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function steps(samples: readonly number[]): (readonly [number, number])[] {
  return samples.slice(1).map((after, index) => [samples[index] ?? after, after]);
}

/** What a counter grows by; after a reset it begins at nothing. */
function growthOfSamples(samples: readonly number[]): number {
  return sum(steps(samples).map(([before, after]) => (after < before ? after : after - before)));
}
