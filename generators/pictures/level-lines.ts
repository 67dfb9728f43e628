import type { EachSituation, Level } from "../rule-tests/test-series.ts";
import type { Line, Moments, Piece, Span } from "./strip.ts";

/** The line of what has one level while all is well, and another while it is bad. */
export function levelLine(levels: EachSituation<Level>, moments: Moments): Line {
  const { fromMs, badMs, wellMs, toMs } = moments;
  const pieces: Piece[] = [];
  let open: { atMs: number; value: number }[] = [];
  for (const [from, to, level] of [
    [fromMs, badMs, levels.ok],
    [badMs, wellMs, levels.firing],
    [wellMs, toMs, levels.ok],
  ] as const) {
    if (to <= from) continue;
    if (level === "missing") {
      if (open.length > 0) pieces.push(open);
      open = [];
    } else open.push({ atMs: from, value: level }, { atMs: to, value: level });
  }
  if (open.length > 0) pieces.push(open);
  return { of: "bad", pieces };
}

/** The line of what stays well all the time. */
export function goodLine(level: Level, { fromMs, toMs }: Moments): Line[] {
  if (level === "missing") return [];
  const points = [fromMs, toMs].map((atMs) => ({ atMs, value: level }));
  return [{ of: "good", pieces: [points] }];
}

/** When there is no value. */
export function levelGaps({ ok, firing }: EachSituation<Level>, moments: Moments): Span[] {
  const { fromMs, badMs, wellMs, toMs } = moments;
  const gap = (level: Level, from: number, to: number): Span[] =>
    level === "missing" && to > from ? [{ fromMs: from, toMs: to }] : [];
  return [...gap(ok, fromMs, badMs), ...gap(firing, badMs, wellMs), ...gap(ok, wellMs, toMs)];
}
