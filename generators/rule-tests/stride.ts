import type { ConcreteSeries } from "./concrete-series.ts";
import { windowFunctionNamed } from "../promql/functions.ts";
import { selects, type Read } from "./reads.ts";

/**
 * How far apart the samples of a series are, in milliseconds; undefined: one at every evaluation.
 *
 * A window that looks back and no further than its samples are apart shows a change at once and wholly, not bit by bit: a
 * mean sees one sample, a rate two, from which Prometheus extrapolates to exactly twice their difference. So a test knows
 * the very moment at which an alert becomes pending, and a window of another length shows.
 */
export function strideOf(series: ConcreteSeries, reads: readonly Read[]): number | undefined {
  if (series.play.kind === "follows") return undefined;
  const own = reads.filter((read) => selects(read, series));
  const [first] = own;
  if (first?.windowMs === undefined) return undefined;
  if (own.some(({ windowMs, inSubquery }) => windowMs !== first.windowMs || inSubquery)) return undefined;
  const two = own.some((read) => windowFunctionNamed(read.function ?? "")?.samples === 2);
  return two ? first.windowMs / 2 : first.windowMs;
}
