import type { Node } from "../promql/tree.ts";
import type { RuleDuration } from "./duration.ts";
import { nodeOf, unitOf } from "./expression/expression.ts";
import type { Counter, Gauge } from "./expression/series.ts";
import type { Histogram } from "./expression/histogram.ts";
import type { Labels } from "./label.ts";
import { callerPlace, type Place } from "./place.ts";
import { amountIn, amountOf, type Quantity, type Threshold } from "./quantity.ts";

/** There is no such series. */
export type Missing = "missing";

/** What a series is at a time. */
export type Level = number | Missing;

/** What something is in the three situations that a proof goes through. Write real numbers here, not the threshold again. */
export interface Levels<V> {
  /** When all is well. */
  readonly ok: V;
  /** As near as it may come without firing; left out: as when all is well. */
  readonly limit?: V;
  /** When it fires. */
  readonly firing: V;
}

/** Levels as plain numbers, in the unit of the series. */
export type PlainLevels = Required<Levels<Level>>;

/** How one series behaves, or a few that belong together: an entry of `given` in a scenario or an example. */
export type Given =
  HoldsGiven | GrowsGiven | RunsGiven | ShareGiven | QuantileGiven | TimeLeftGiven | RestartsGiven | FollowsGiven;

export interface HoldsGiven {
  readonly kind: "holds";
  readonly series: Node;
  readonly unit: string;
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface GrowsGiven {
  readonly kind: "grows";
  readonly series: Node;
  readonly unit: string;
  readonly per: RuleDuration;
  readonly levels: PlainLevels;
  /** Where it starts whenever a situation begins; undefined: anywhere, and it goes on from where it was. */
  readonly from: PlainLevels | undefined;
  readonly place: Place;
}

export interface RunsGiven {
  readonly kind: "runs";
  readonly series: Node;
  readonly unit: string;
  /** Growth a second. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface ShareGiven {
  readonly kind: "share";
  readonly part: Node;
  readonly rest: Node;
  /** What the two grow by together. */
  readonly perSecond: number;
  /** 0 to 1. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface QuantileGiven {
  readonly kind: "quantile";
  /** The series of the buckets, without a matcher for `le`. */
  readonly buckets: Node;
  /** Of what was observed. */
  readonly unit: string;
  readonly quantile: number;
  /** Observations. */
  readonly perSecond: number;
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface TimeLeftGiven {
  readonly kind: "time left";
  readonly series: Node;
  /** In seconds. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface RestartsGiven {
  readonly kind: "restarts";
  readonly series: Node;
  readonly place: Place;
}

export interface FollowsGiven {
  readonly kind: "follows";
  readonly series: Node;
  /** From one sample to the next. */
  readonly every: RuleDuration;
  readonly samples: Required<Levels<readonly Level[]>>;
  readonly place: Place;
}

/** Levels, or one level that never changes. */
type LevelOrLevels<V> = Levels<V | Missing> | V;

/** A gauge that has these values: `holds(sales.shop_free_seats, { ok: 90, limit: 45, firing: 44 })`. */
export function holds<U extends string>(gauge: Gauge<Labels, U>, levels: LevelOrLevels<Threshold<U>>): Given {
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
  levels: LevelOrLevels<Threshold<U>>,
  { from }: { readonly from?: LevelOrLevels<Threshold<U>> } = {},
): Given {
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
export function runs<U extends string>(counter: Counter<Labels, U>, levels: LevelOrLevels<number>): Given {
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
  levels: LevelOrLevels<Quantity<"ratio"> | 0>,
  { perSecond = 100 }: { readonly perSecond?: number } = {},
): Given {
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
  levels: LevelOrLevels<Threshold<U>>,
  { perSecond = 100 }: { readonly perSecond?: number } = {},
): Given {
  const unit = unitOf(histogram.sum);
  const plain = plainLevels(levels, unit);
  const buckets = nodeOf(histogram.bucket);
  return { kind: "quantile", buckets, unit, quantile: q, perSecond, levels: plain, place: callerPlace() };
}

/** A moment that is always this far away: `timeLeft(expiry, { ok: days(60), limit: days(7), firing: days(6.9) })`. */
export function timeLeft(moment: Gauge<Labels, "timestamp">, levels: LevelOrLevels<Quantity<"time">>): Given {
  const plain = plainLevels(levels, "seconds");
  return { kind: "time left", series: nodeOf(moment), levels: plain, place: callerPlace() };
}

/** A gauge that stands still when all is well, and changes at every look when it fires, as a start time does. */
export function restarts<U extends string>(gauge: Gauge<Labels, U>): Given {
  return { kind: "restarts", series: nodeOf(gauge), place: callerPlace() };
}

/** A series that goes through these samples again and again, for what no other word says; in the unit of the series. */
export function follows<U extends string>(
  series: Gauge<Labels, U> | Counter<Labels, U>,
  every: RuleDuration,
  samples: Levels<Samples> | Samples,
): Given {
  const { ok, limit, firing } = "ok" in samples ? samples : { ok: samples, limit: samples, firing: samples };
  const all = { ok, limit: limit ?? ok, firing };
  return { kind: "follows", series: nodeOf(series), every, samples: all, place: callerPlace() };
}

type Samples = readonly (number | Missing)[];

function plainLevels(levels: LevelOrLevels<unknown>, unit: string): PlainLevels {
  if (!isLevels(levels)) return plainLevels({ ok: levels, firing: levels }, unit);
  const { ok, limit = ok, firing } = levels;
  return { ok: plain(ok, unit), limit: plain(limit, unit), firing: plain(firing, unit) };
}

function isLevels(levels: LevelOrLevels<unknown>): levels is Levels<unknown> {
  return typeof levels === "object" && levels !== null && "ok" in levels && "firing" in levels;
}

function plain(level: unknown, unit: string): number | Missing {
  if (level === "missing" || typeof level === "number") return level;
  const amount = amountOf(level);
  if (!amount) throw new TypeError('a level is a number, a quantity such as percent(5), or "missing"');
  const { value, factors } = amountIn(amount, unit);
  return factors.reduce((product, factor) => product * factor, value);
}
