import type { Sample } from "../rule-tests/phases.ts";
import type { TestSeries } from "../rule-tests/test-series.ts";
import type { Line, Moments, Point, Span } from "./strip.ts";

/** A line through samples: straight where a series grows, and in steps where it jumps. */
export function sampledLine(
  of: Line["of"],
  samples: readonly Sample[],
  signal: Pick<TestSeries, "strideMs" | "motion">,
  moments: Moments,
): Line {
  const pieces: Point[][] = [];
  let open: Point[] = [];
  for (const { atMs, endMs, sample } of drawn(samples, signal, moments)) {
    if (typeof sample !== "number") {
      if (open.length > 0) pieces.push(open);
      open = [];
      continue;
    }
    open.push({ atMs, value: sample });
    // Until the next sample it is what it was.
    if (signal.motion.kind !== "grows") open.push({ atMs: endMs, value: sample });
  }
  if (open.length > 0) pieces.push(open);
  return { of, pieces };
}

/** When there are no samples. */
export function sampledGaps(
  samples: readonly Sample[],
  signal: Pick<TestSeries, "strideMs">,
  moments: Moments,
): Span[] {
  const gaps: { fromMs: number; toMs: number }[] = [];
  for (const { atMs, endMs, sample } of drawn(samples, signal, moments)) {
    const last = gaps.at(-1);
    if (typeof sample === "number") continue;
    if (last?.toMs === atMs) last.toMs = endMs;
    else gaps.push({ fromMs: atMs, toMs: endMs });
  }
  return gaps;
}

/** The samples that lie in the picture, each with how long it is the last one. */
function drawn(
  samples: readonly Sample[],
  { strideMs }: Pick<TestSeries, "strideMs">,
  { fromMs, toMs }: Moments,
): { readonly atMs: number; readonly endMs: number; readonly sample: Sample }[] {
  return samples
    .map((sample, index) => ({
      atMs: index * strideMs,
      endMs: Math.min((index + 1) * strideMs, toMs),
      sample,
    }))
    .filter(({ atMs, endMs }) => endMs > fromMs && atMs <= toMs)
    .map((one) => ({ ...one, atMs: Math.max(one.atMs, fromMs) }));
}
