import { givenLevel } from "../series/given.ts";
import {
  phaseAt,
  phaseFrom,
  valueAt,
  type EachSituation,
  type Level,
  type Series,
} from "../series/series.ts";
import type { Line, Moments, Point, TimeSpan } from "./strip.ts";

type Phased = Pick<Series, "phases">;

/** A part of the picture in which a series has one value, or begins with it where it grows. */
export interface Step extends TimeSpan {
  readonly level: Level;
  readonly isGrowing: boolean;
}

/** What has one level while all is well, and another while the alert fires: a step for each phase. */
export function levelSteps({ ok, firing }: EachSituation<Level>, moments: Moments): Step[] {
  const { fromMs, badMs, wellMs, toMs } = moments;
  const phases = (
    [
      [fromMs, badMs, ok],
      [badMs, wellMs, firing],
      [wellMs, toMs, ok],
    ] as const
  ).filter(([from, to]) => to > from);
  const series = {
    phases: phases.map(([from, , level]) =>
      phaseFrom(
        from,
        givenLevel(level, (value) => ({ kind: "constant", value })),
        0,
      ),
    ),
  };
  return stepsOf(
    series,
    phases.map(([from]) => from),
    moments,
  );
}

/** What stays the same all the time: one step. */
export function constantSteps(level: Level, moments: Moments): Step[] {
  const { fromMs, toMs } = moments;
  return levelSteps({ ok: level, limit: level, firing: level }, { fromMs, badMs: toMs, wellMs: toMs, toMs });
}

/** A step for each sample of a series. */
export function sampleSteps(series: Phased, strideMs: number, moments: Moments): Step[] {
  const count = Math.floor(moments.toMs / strideMs) + 1;
  const startsMs = Array.from({ length: count }, (_, index) => index * strideMs);
  return stepsOf(series, startsMs, moments, strideMs);
}

/** The steps that lie in the picture, each until the next one begins. */
function stepsOf(
  series: Phased,
  startsMs: readonly number[],
  { fromMs, toMs }: Moments,
  lastMs = Infinity,
): Step[] {
  return startsMs.flatMap((atMs, index) => {
    const endMs = Math.min(startsMs[index + 1] ?? atMs + lastMs, toMs);
    if (endMs <= fromMs || atMs > toMs) return [];
    const isGrowing = phaseAt(series, atMs)?.behaviour.kind === "grows";
    return [{ fromMs: Math.max(atMs, fromMs), toMs: endMs, level: valueAt(series, atMs), isGrowing }];
  });
}

/** A line through these steps: straight where a series grows, and otherwise what it was until the next step. */
export function lineThrough(of: Line["of"], steps: readonly Step[]): Line {
  const pieces: Point[][] = [];
  let open: Point[] = [];
  for (const { fromMs, toMs, level, isGrowing } of steps) {
    if (level === "missing") {
      if (open.length > 0) pieces.push(open);
      open = [];
      continue;
    }
    open.push({ atMs: fromMs, value: level });
    if (!isGrowing) open.push({ atMs: toMs, value: level });
  }
  if (open.length > 0) pieces.push(open);
  return { of, pieces };
}

/** When there is no value. */
export function gapsIn(steps: readonly Step[]): TimeSpan[] {
  const gaps: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs, level } of steps) {
    if (level !== "missing") continue;
    const last = gaps.at(-1);
    if (last?.toMs === fromMs) last.toMs = toMs;
    else gaps.push({ fromMs, toMs });
  }
  return gaps;
}

interface Moment {
  readonly atMs: number;
  readonly level: Level;
}

/** A straight line from each moment to the next at which there is a value. */
export function lineBetween(of: Line["of"], moments: readonly Moment[]): Line {
  const pieces: Point[][] = [[]];
  for (const { atMs, level } of moments) {
    if (level === "missing") pieces.push([]);
    else pieces.at(-1)?.push({ atMs, value: level });
  }
  return { of, pieces: pieces.filter((piece) => piece.length > 0) };
}

/** When there is no value: from the first moment without one to the next that has one. */
export function gapsBetween(moments: readonly Moment[], toMs: number): TimeSpan[] {
  return gapsIn(
    moments.map(({ atMs, level }, index) => ({
      fromMs: atMs,
      toMs: moments[index + 1]?.atMs ?? toMs,
      level,
      isGrowing: false,
    })),
  );
}
