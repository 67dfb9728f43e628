import type { Given, PlainLevels } from "../language/given.ts";
import type { Interval } from "../promql/series.ts";
import type { ConcreteSeries } from "./concrete-series.ts";
import type { Read } from "./reads.ts";

/** How much further than `firing`, in its direction, a level is that is much worse. */
const timesWorse = 10;

const lowest = { celsius: -273.15 } as const;
const anything: Interval = { min: -Infinity, max: Infinity };

/**
 * What is given, but much worse when the alert fires: ten times as far, within what the unit can be.
 *
 * Undefined where nothing is worse: it does not change, it is 1 or 0, it is as far as it can be, or it has no level.
 */
export function worseGiven(series: ConcreteSeries, reads: readonly Read[]): Given | undefined {
  const { given } = series;
  if (given.kind === "restarts" || given.kind === "follows" || isNamed(series, reads)) return undefined;
  // What goes on from where it was would have to begin elsewhere.
  if (given.kind === "grows" && given.from !== undefined) return undefined;
  const firing = worseLevel(given.levels, limitsOf(series));
  return firing === undefined ? undefined : { ...given, levels: { ...given.levels, firing } };
}

/** A number that is asked for exactly is a name, of a state such as 3, and ten times of it is another. */
function isNamed({ metric }: ConcreteSeries, reads: readonly Read[]): boolean {
  return reads.some(({ rule }) =>
    rule.analysis.comparisons.some(
      ({ op, left, right }) =>
        op === "==" && [...left.series, ...right.series].some(({ name }) => name === metric),
    ),
  );
}

function worseLevel({ ok, firing }: PlainLevels, { min, max }: Interval): number | undefined {
  if (ok === "missing" || firing === "missing" || ok === firing) return undefined;
  const direction = Math.sign(firing - ok);
  const further = (timesWorse - 1) * Math.max(Math.abs(firing), Math.abs(firing - ok));
  const worse = Math.min(max, Math.max(min, firing + direction * further));
  return (worse - firing) * direction > 0 ? Number(worse.toPrecision(6)) : undefined;
}

/** What its levels can be. What is never given below 0 may have no meaning there. */
function limitsOf({ given, bounds = [], limits, isCounter }: ConcreteSeries): Interval {
  switch (given.kind) {
    case "share":
      return { min: 0, max: 1 };
    case "quantile":
      return { min: given.quantile * (bounds[0] ?? 0), max: bounds.at(-1) ?? 0 };
    case "time left":
      return anything;
    case "holds":
      return limits ?? { min: least(given.unit, given.levels), max: Infinity };
    case "runs":
    case "grows":
      return isCounter ? { min: 0, max: Infinity } : anything;
    case "restarts":
    case "follows":
      return anything;
  }
}

function least(unit: string, { ok, limit, firing }: PlainLevels): number {
  if (unit === "celsius") return lowest.celsius;
  return [ok, limit, firing].some((level) => level !== "missing" && level < 0) ? -Infinity : 0;
}
