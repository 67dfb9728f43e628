import type { RuleDuration } from "./duration.ts";
import { nodeOf, unitOf } from "./expression/expression.ts";
import type { Counter, Gauge } from "./expression/series.ts";
import type { Labels } from "./label.ts";
import type { Histogram } from "./expression/histogram.ts";
import { callerPlace } from "./place.ts";
import { amountIn, amountOf, type Quantity, type Threshold } from "./quantity.ts";
import type { Levels, Missing, PlainLevels, Play } from "./scenario.ts";

/** Levels, or one level that never changes. */
type Level<V> = Levels<V | Missing> | V;

/** A gauge that has these values: `holds(sales.shop_free_seats, { ok: 90, limit: 45, firing: 44 })`. */
export function holds<U extends string>(gauge: Gauge<Labels, U>, levels: Level<Threshold<U>>): Play {
  const unit = unitOf(gauge);
  return {
    kind: "holds",
    series: nodeOf(gauge),
    unit,
    levels: plainLevels(levels, unit),
    place: callerPlace(),
  };
}

/**
 * A counter or a gauge that grows by this much in each `per`: `grows(failures, "5m", { ok: 0, limit: 3, firing: 3.25 })`.
 *
 * `from` is where it starts when a situation begins, for what depends on the value and not on its growth alone.
 */
export function grows<U extends string>(
  series: Counter<Labels, U> | Gauge<Labels, U>,
  per: RuleDuration,
  levels: Level<Threshold<U>>,
  { from }: { readonly from?: Level<Threshold<U>> } = {},
): Play {
  const unit = unitOf(series);
  return {
    kind: "grows",
    series: nodeOf(series),
    unit,
    per,
    levels: plainLevels(levels, unit),
    from: from === undefined ? undefined : plainLevels(from, unit),
    place: callerPlace(),
  };
}

/** A counter that grows by this much a second: `runs(requests, { ok: 10, limit: 250, firing: 251 })`. */
export function runs<U extends string>(counter: Counter<Labels, U>, levels: Level<number>): Play {
  const unit = unitOf(counter);
  return {
    kind: "runs",
    series: nodeOf(counter),
    unit,
    levels: plainLevels(levels, unit),
    place: callerPlace(),
  };
}

/** Two counters that together run at `perSecond`, of which `part` has this share; without traffic both stand still. */
export function share<U extends string>(
  part: Counter<Labels, U>,
  rest: Counter<Labels, NoInfer<U>>,
  levels: Level<Quantity<"ratio"> | 0>,
  { perSecond = 100 }: { readonly perSecond?: number } = {},
): Play {
  const plain = plainLevels(levels, "ratio");
  return {
    kind: "share",
    part: nodeOf(part),
    rest: nodeOf(rest),
    perSecond,
    levels: plain,
    place: callerPlace(),
  };
}

/**
 * A histogram of which the quantile is known: `quantile(latency, 0.95, { ok: ms(100), limit: ms(500), firing: ms(520) })`.
 *
 * Levels lie between the bounds of its buckets: above the highest there is no quantile, and of the lowest bucket only the part
 * from `q` times its bound can be had.
 */
export function quantile<U extends string>(
  histogram: Histogram<Labels, U, string>,
  q: number,
  levels: Level<Threshold<U>>,
  { perSecond = 100 }: { readonly perSecond?: number } = {},
): Play {
  const unit = unitOf(histogram.sum);
  const plain = plainLevels(levels, unit);
  const buckets = nodeOf(histogram.bucket);
  return { kind: "quantile", buckets, unit, quantile: q, perSecond, levels: plain, place: callerPlace() };
}

/** A moment that is always this far away: `timeLeft(expiry, { ok: days(60), limit: days(7), firing: days(6.9) })`. */
export function timeLeft(moment: Gauge<Labels, "timestamp">, levels: Level<Quantity<"time">>): Play {
  const plain = plainLevels(levels, "seconds");
  return { kind: "time left", series: nodeOf(moment), levels: plain, place: callerPlace() };
}

/** A gauge that stands still when all is well, and changes at every look when it fires, as a start time does. */
export function restarts<U extends string>(gauge: Gauge<Labels, U>): Play {
  return { kind: "restarts", series: nodeOf(gauge), place: callerPlace() };
}

/** A series that goes through these samples again and again, for what no other word says; in the unit of the series. */
export function follows<U extends string>(
  series: Gauge<Labels, U> | Counter<Labels, U>,
  every: RuleDuration,
  samples: Levels<Samples> | Samples,
): Play {
  const { ok, limit, firing } = "ok" in samples ? samples : { ok: samples, limit: samples, firing: samples };
  const all = { ok, limit: limit ?? ok, firing };
  return { kind: "follows", series: nodeOf(series), every, samples: all, place: callerPlace() };
}

type Samples = readonly (number | Missing)[];

function plainLevels(levels: Level<unknown>, unit: string): PlainLevels {
  if (!isLevels(levels)) return plainLevels({ ok: levels, firing: levels }, unit);
  const { ok, limit = ok, firing } = levels;
  return { ok: plain(ok, unit), limit: plain(limit, unit), firing: plain(firing, unit) };
}

function isLevels(levels: Level<unknown>): levels is Levels<unknown> {
  return typeof levels === "object" && levels !== null && "ok" in levels && "firing" in levels;
}

function plain(level: unknown, unit: string): number | Missing {
  if (level === "missing" || typeof level === "number") return level;
  const amount = amountOf(level);
  if (!amount) throw new TypeError('a level is a number, a quantity such as percent(5), or "missing"');
  const { value, factors } = amountIn(amount, unit);
  return factors.reduce((product, factor) => product * factor, value);
}
