import type { Duration } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { Quantity } from "../quantity.ts";
import type { PerSecond } from "../unit.ts";
import { called, type Expression } from "./expression.ts";
import { operandNode } from "./operand.ts";
import { over, rangeOf } from "./over-time.ts";
import type { Missing, Selector } from "./selecting.ts";
import type { Vector } from "./vector.ts";

/** A metric that goes up and down: its value says something by itself. */
export interface Gauge<L extends Labels, U extends string, Pinned extends string = never>
  extends Vector<L, U>, Selector<L>, Missing<L, Pinned> {
  // Both a vector and a metric may be absent; of a metric it can be said of which series.
  readonly absent: Missing<L, Pinned>["absent"];
  /** How often the value changed in the last `range`. */
  changes(range: Duration): Vector<L, "count">;
  /** The last value of the range less the first. */
  delta(range: Duration): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /** The last value of the range less the one before. */
  idelta(range: Duration): Vector<L, U extends "timestamp" ? "seconds" : U>;
  /** The slope of the values, by the second. */
  deriv(range: Duration): Vector<L, PerSecond<U>>;
  /** The value expected `ahead`, by the trend of the last `range`. */
  predictLinear(range: Duration, ahead: Quantity<"time">): Vector<L, U>;
}

export const ofGauges = {
  changes: over("changes"),
  delta: over("delta"),
  idelta: over("idelta"),
  deriv: over("deriv"),
  predictLinear(this: Expression, range: string, ahead: unknown) {
    return called(this, "predict_linear", rangeOf(this, range), operandNode(ahead, "seconds"));
  },
};
