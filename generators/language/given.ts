import type { Node } from "../promql/tree.ts";
import type { RuleDuration } from "./duration.ts";
import { type CounterIn, type GaugeIn, type HistogramIn, nodeOf, unitOf } from "./expression/expression.ts";
import { callerPlace, type Place } from "./place.ts";
import { amountIn, amountOf, type Quantity, type Threshold } from "./quantity.ts";

/** There is no such series. */
export type Missing = "missing";

/** The value of a series, or that there is none. */
export type Level = number | Missing;

/** A value for each of the three situations of a rule test. Write plain numbers, not the constant of the threshold. */
export interface Levels<V> {
  /** When all is well. In the unit of the series. */
  readonly ok: V;
  /** As close to the threshold as it gets without firing. Default: the same as `ok`. */
  readonly limit?: V;
  /** When the alert fires. */
  readonly firing: V;
}

/** Levels as plain numbers, in the unit of the series. */
export type PlainLevels = Required<Levels<Level>>;

/** How one series behaves, or a few that belong together: an entry of `given` in a scenario or an example. */
export type Given =
  | HoldsGiven
  | GrowsGiven
  | RunsGiven
  | ShareGiven
  | QuantileGiven
  | TimeLeftGiven
  | RestartsGiven
  | FollowsGiven;

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
  /** Where it starts in each situation; undefined: it goes on from where it was. */
  readonly from: PlainLevels | undefined;
  readonly place: Place;
}

export interface RunsGiven {
  readonly kind: "runs";
  readonly series: Node;
  readonly unit: string;
  /** Growth per second. */
  readonly levels: PlainLevels;
  readonly place: Place;
}

export interface ShareGiven {
  readonly kind: "share";
  readonly part: Node;
  readonly rest: Node;
  /** The growth of both together, per second. */
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
  /** Observations per second. */
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

/** Levels, or one value that never changes. */
type LevelOrLevels<V> = Levels<V | Missing> | V;

/**
 * A gauge that has these values, in its unit.
 *
 * `"missing"` says that there is no such series: `holds(shop.up, { ok: 1, firing: "missing" })`. Refuses counters.
 * @example holds(queue, { ok: 10, limit: 100, firing: 101 })
 * @refuses holds(requests, { ok: 10, firing: 101 })
 * @refuses holds(memory, { ok: 10, firing: 101 })
 */
export function holds<U extends string>(gauge: GaugeIn<U>, levels: LevelOrLevels<Threshold<U>>): Given {
  const unit = unitOf(gauge);
  return {
    kind: "holds",
    series: nodeOf(gauge),
    unit,
    levels: plainLevels(levels, unit),
    place: callerPlace(),
  };
}

export interface GrowsOptions<V> {
  /** The value from which it grows in each situation, for a rule that looks at the value too. Default: it goes on from where it was. */
  readonly from?: LevelOrLevels<V>;
}

/**
 * A counter or a gauge that grows by this much in each `per`.
 * @example grows(requests, "5m", { ok: 0, limit: 3, firing: 4 })
 */
export function grows<U extends string>(
  series: CounterIn<U> | GaugeIn<U>,
  per: RuleDuration,
  levels: LevelOrLevels<Threshold<U>>,
  { from }: GrowsOptions<Threshold<U>> = {},
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

/**
 * A counter that grows by this much per second.
 * @example runs(requests, { ok: 10, limit: 250, firing: 251 })
 * @refuses runs(queue, { ok: 10, firing: 251 })
 */
export function runs<U extends string>(counter: CounterIn<U>, levels: LevelOrLevels<number>): Given {
  const unit = unitOf(counter);
  return {
    kind: "runs",
    series: nodeOf(counter),
    unit,
    levels: plainLevels(levels, unit),
    place: callerPlace(),
  };
}

export interface TrafficOptions {
  /** How many events there are per second, in total. Default: 100. */
  readonly perSecond?: number;
}

/**
 * Two counters, and the share that `part` has of both.
 *
 * `"missing"` says that neither of the series is there.
 * @example share(failed, served, { ok: 0, limit: percent(5), firing: percent(5.2) })
 * @refuses share(failed, served, { ok: 0, firing: 5 })
 */
export function share<U extends string>(
  part: CounterIn<U>,
  rest: CounterIn<NoInfer<U>>,
  levels: LevelOrLevels<Quantity<"ratio"> | 0>,
  { perSecond = 100 }: TrafficOptions = {},
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
 * A histogram with this quantile.
 *
 * Refuses levels that the quantile of these buckets cannot have: those above the highest bound, and those below `q` times the
 * lowest. What is played is the level itself; where no growth of the buckets gives that to the last digit, `limit` is the nearest value
 * on the side where the alert is silent.
 * @example quantile(latency, 0.95, { ok: ms(100), limit: ms(500), firing: ms(520) })
 * @refuses quantile(latency, 0.95, { ok: 0.1, firing: 0.52 })
 */
export function quantile<U extends string>(
  histogram: HistogramIn<U>,
  q: number,
  levels: LevelOrLevels<Threshold<U>>,
  { perSecond = 100 }: TrafficOptions = {},
): Given {
  const unit = unitOf(histogram.sum);
  const plain = plainLevels(levels, unit);
  const buckets = nodeOf(histogram.bucket);
  return { kind: "quantile", buckets, unit, quantile: q, perSecond, levels: plain, place: callerPlace() };
}

/**
 * A timestamp that is always this far in the future.
 * @example timeLeft(expiry, { ok: days(60), limit: days(7), firing: days(6.9) })
 * @refuses timeLeft(queue, { ok: days(60), firing: days(6.9) })
 */
export function timeLeft(timestamp: GaugeIn<"timestamp">, levels: LevelOrLevels<Quantity<"time">>): Given {
  const plain = plainLevels(levels, "seconds");
  return { kind: "time left", series: nodeOf(timestamp), levels: plain, place: callerPlace() };
}

/**
 * A gauge that stays the same while all is well, and changes with every scrape while the alert fires.
 * @example restarts(started)
 * @refuses restarts(requests)
 */
export function restarts<U extends string>(gauge: GaugeIn<U>): Given {
  return { kind: "restarts", series: nodeOf(gauge), place: callerPlace() };
}

/**
 * A series that repeats these samples, one in each `every`, in its unit.
 *
 * For behaviour that no other function describes.
 * @example follows(queue, "1m", { ok: [90], firing: [90, "missing"] })
 * @refuses follows(queue, "1", [90])
 */
export function follows<U extends string>(
  series: GaugeIn<U> | CounterIn<U>,
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
