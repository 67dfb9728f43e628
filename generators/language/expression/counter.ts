import type { Duration } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { PerSecond } from "../unit.ts";
import type { Expression } from "./expression.ts";
import { over } from "./over-time.ts";
import type { Missing, Selector } from "./selecting.ts";
import type { Vector } from "./vector.ts";

/** A metric that only grows, and starts again at 0. It says something only by its growth. */
export interface Counter<L extends Labels, U extends string, Pinned extends string = never>
  extends Selector<L>, Missing<L, Pinned> {
  /** Growth a second, over the last `range`. */
  rate(range: Duration): Vector<L, PerSecond<U>>;
  /** Growth a second, between the last two samples. */
  irate(range: Duration): Vector<L, PerSecond<U>>;
  /** Growth in the last `range`. */
  increase(range: Duration): Vector<L, U>;
  /** How often it started again. */
  resets(range: Duration): Vector<L, "count">;
  /** The count itself, for the few expressions that want it. */
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
