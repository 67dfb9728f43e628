import type { Duration } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { PerSecond } from "../unit.ts";
import type { Counting } from "./aggregating.ts";
import type { Expression, counted, measured } from "./expression.ts";
import { over } from "./over-time.ts";
import type { AbsenceMethods, Selector } from "./selector.ts";
import type { Vector } from "./vector.ts";

/**
 * A metric that only grows, and restarts at 0. Only its growth means something.
 * @refuses requests.rate("5")
 * @refuses requests.gt(100)
 * @check rate-windows-hold-four-scrapes
 */
export interface Counter<L extends Labels, U extends string, Pinned extends string = never>
  extends Selector<L>, AbsenceMethods<L, Pinned>, Counting<L> {
  readonly [counted]: U;
  /**
   * Growth per second, over the last `range`: `rate(…[5m])`, in the unit per second.
   *
   * In a rule, a series with a label of any value (`"*"`) that begins with its first increment counts from 0.
   * @example requests.rate("5m")
   * @check births-are-heard
   */
  rate(range: Duration): Vector<L, PerSecond<U>>;
  /**
   * Growth per second, between the last two samples: `irate(…[5m])`, in the unit per second.
   *
   * It never hears a series that begins with its first increment; a rule takes `rate`.
   * @example requests.irate("5m")
   * @check births-are-heard
   */
  irate(range: Duration): Vector<L, PerSecond<U>>;
  /**
   * Growth in the last `range`: `increase(…[5m])`, in the unit of the counter.
   *
   * In a rule, a series with a label of any value (`"*"`) that begins with its first increment counts from 0.
   * @example requests.increase("5m")
   * @check births-are-heard
   */
  increase(range: Duration): Vector<L, U>;
  /**
   * How often it restarted at 0 in the last `range`: `resets(…[1h])`, in `count`.
   * @example requests.resets("1h")
   */
  resets(range: Duration): Vector<L, "count">;
  /**
   * The count itself as a vector, for the few expressions that need it; nothing is printed. To count series, `requests.countBy("path")`;
   * what is counted in the end may be added up before.
   * @example requests.raw().sumBy("instance", "path").countBy("instance")
   */
  raw(): Vector<L, U>;
}

export const ofCounters = {
  rate: over("rate"),
  irate: over("irate"),
  increase: over("increase"),
  resets: over("resets"),
  raw(this: Expression) {
    return this;
  },
};

/**
 * A metric that goes up and down: its value means something by itself.
 * @refuses memory.rate("5m")
 * @check ranges-fit-retention
 * @check instant-reads-find-a-sample
 */
export interface Gauge<L extends Labels, U extends string, Pinned extends string = never>
  extends Vector<L, U>, Selector<L>, AbsenceMethods<L, Pinned> {
  readonly [measured]: U;
  // Both a vector and a metric can be absent; of a metric, some of its series can.
  /**
   * 1 when no series has these label values: `absent(…)`; `.absent({ job: "shop" })`. The result has these labels.
   * @example memory.absent({ kind: "heap" })
   */
  readonly absent: AbsenceMethods<L, Pinned>["absent"];
}
