import type { Level } from "../../language/given.ts";
import type { FunctionOf } from "../functions.ts";
import type { TimedSample } from "./world.ts";

/** What a function over a window is asked. */
export interface Window {
  readonly seconds: number;
  /** The number that some take beside the window: a quantile, or how many seconds to look ahead. */
  readonly argument: number;
}

type Samples = readonly TimedSample[];

/** Undefined: there are too few samples. */
const ofSamples: Readonly<
  Record<FunctionOf<"window">, (samples: Samples, window: Window) => number | undefined>
> = {
  // Evaluated elsewhere: it has a value where there are no samples.
  absent_over_time: () => undefined,
  rate: (samples, window) => perSecond(extrapolated(samples, window, true), window),
  increase: (samples, window) => extrapolated(samples, window, true),
  delta: (samples, window) => extrapolated(samples, window, false),
  irate: (samples) =>
    lastStep(samples, (before, after, seconds) => (after < before ? after : after - before) / seconds),
  idelta: (samples) => lastStep(samples, (before, after) => after - before),
  deriv: (samples) => regression(samples)?.slope,
  predict_linear: (samples, { argument }) => {
    const line = regression(samples);
    return line && line.now + line.slope * argument;
  },
  changes: (samples) => steps(samples).filter(([before, after]) => before !== after).length,
  resets: (samples) => steps(samples).filter(([before, after]) => after < before).length,
  last_over_time: (samples) => samples.at(-1)?.value,
  present_over_time: () => 1,
  count_over_time: (samples) => samples.length,
  min_over_time: (samples) => Math.min(...valuesOf(samples)),
  max_over_time: (samples) => Math.max(...valuesOf(samples)),
  sum_over_time: (samples) => sum(valuesOf(samples)),
  avg_over_time: mean,
  quantile_over_time: (samples, { argument }) => quantileOf(argument, valuesOf(samples)),
  stddev_over_time: (samples) => Math.sqrt(variance(samples)),
  stdvar_over_time: variance,
};

/** What Prometheus makes of the samples in a window, which leaves out its own start. */
export function valueOfSamples(name: FunctionOf<"window">, samples: Samples, window: Window): Level {
  return samples.length === 0 ? "missing" : (ofSamples[name](samples, window) ?? "missing");
}

/** From a sample to the next one counts as a gap, and is not filled, when it is longer than usual by a tenth. */
const usual = 1.1;

/** The growth from the first sample to the last, and on to the ends of the window where they are near. */
function extrapolated(samples: Samples, { seconds }: Window, isCounter: boolean): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || samples.length < 2) return undefined;
  const between = first.secondsAgo - last.secondsAgo;
  const every = between / (samples.length - 1);
  const growth = isCounter ? growthOf(samples) : last.value - first.value;
  const near = (distance: number) => (distance >= every * usual ? every / 2 : distance);
  const toStart = near(seconds - first.secondsAgo);
  // A counter was never below nothing.
  const toNothing = isCounter && growth > 0 && first.value >= 0 ? between * (first.value / growth) : Infinity;
  return (growth * (between + Math.min(toStart, toNothing) + near(last.secondsAgo))) / between;
}

function perSecond(growth: number | undefined, { seconds }: Window): number | undefined {
  return growth === undefined ? undefined : growth / seconds;
}

/** What a counter grows by; after a reset it begins at nothing. */
function growthOf(samples: Samples): number {
  let [growth, before] = [0, samples[0]?.value ?? 0];
  for (const { value: after } of samples.slice(1)) {
    growth += after < before ? after : after - before;
    before = after;
  }
  return growth;
}

function lastStep(
  samples: Samples,
  change: (before: number, after: number, seconds: number) => number,
): number | undefined {
  const [before, after] = samples.slice(-2);
  if (!before || !after) return undefined;
  return change(before.value, after.value, before.secondsAgo - after.secondsAgo);
}

/** The straight line through the samples that is nearest to them: how steep it is, and where it is now. */
function regression(samples: Samples): { readonly slope: number; readonly now: number } | undefined {
  if (samples.length < 2) return undefined;
  const middle = mean(samples);
  const age = sum(samples.map(({ secondsAgo }) => secondsAgo)) / samples.length;
  const together = sum(samples.map(({ secondsAgo, value }) => (age - secondsAgo) * (value - middle)));
  const slope = together / sum(samples.map(({ secondsAgo }) => (age - secondsAgo) ** 2));
  return { slope, now: middle + slope * age };
}

function mean(samples: Samples): number {
  return sum(valuesOf(samples)) / samples.length;
}

function variance(samples: Samples): number {
  const middle = mean(samples);
  return sum(samples.map(({ value }) => (value - middle) ** 2)) / samples.length;
}

function valuesOf(samples: Samples): number[] {
  return samples.map(({ value }) => value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function steps(samples: Samples): (readonly [number, number])[] {
  const values = valuesOf(samples);
  return values.slice(1).map((after, index) => [values[index] ?? after, after]);
}

/** As Prometheus interpolates between the two values beside the quantile. */
export function quantileOf(quantile: number, values: readonly number[]): number {
  if (values.length === 0 || Number.isNaN(quantile)) return NaN;
  if (quantile < 0) return -Infinity;
  if (quantile > 1) return Infinity;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = quantile * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(rank)] ?? NaN, sorted[Math.ceil(rank)] ?? NaN];
  const weight = rank - Math.floor(rank);
  return low * (1 - weight) + high * weight;
}
