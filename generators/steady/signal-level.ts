import type { Level, Signal, Situation } from "../proof/signal.ts";

/** The value of a series that stands still; undefined for one that does not. A moment is counted from now on. */
export function levelOf({ motion }: Signal, situation: Situation): Level | undefined {
  return motion.kind === "holds" || motion.kind === "is ahead" ? motion.levels[situation] : undefined;
}

/** Functions over a window that give of values that are all the same just these. */
const ofTheSame: ReadonlySet<string> = new Set([
  "avg_over_time",
  "last_over_time",
  "max_over_time",
  "min_over_time",
  "quantile_over_time",
]);

/** Functions over a window that see what a series grows by, and how often they do so: a second, or in the whole window. */
const ofGrowth: Readonly<Record<string, "second" | "window">> = {
  rate: "second",
  irate: "second",
  deriv: "second",
  increase: "window",
  delta: "window",
};

/**
 * What a function over a window gives of a series that has done the same for longer than that.
 *
 * Undefined where it cannot be told.
 */
export function levelOverTime(
  name: string,
  signal: Signal,
  situation: Situation,
  windowMs: number,
): Level | undefined {
  const { motion, strideMs } = signal;
  if (motion.kind === "holds" && ofTheSame.has(name)) return motion.levels[situation];
  if (motion.kind === "restarts" && name === "changes") {
    // Of the samples in the window each but the first differs from the one before.
    return situation === "rings" ? Math.ceil(windowMs / strideMs) - 1 : 0;
  }
  const per = ofGrowth[name];
  const growth = per === undefined ? undefined : growthOf(signal, situation);
  if (growth === undefined || growth === "missing") return growth;
  return (growth * (per === "window" ? windowMs : 1000)) / strideMs;
}

/** From one sample to the next. */
function growthOf({ motion }: Signal, situation: Situation): Level | undefined {
  if (motion.kind === "grows") return motion.by[situation];
  if (motion.kind !== "holds") return undefined;
  return motion.levels[situation] === "missing" ? "missing" : 0;
}
