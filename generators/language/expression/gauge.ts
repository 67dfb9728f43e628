import type { Duration } from "../duration.ts";
import type { Labels } from "../label.ts";
import type { Quantity } from "../quantity.ts";
import { unitArithmetic, type PerSecond } from "../unit.ts";
import { derive, unitOf, type Expression } from "./expression.ts";
import { operandNode } from "./operand.ts";
import { rangeOf } from "./over-time.ts";
import type { Missing, Selector } from "./selecting.ts";
import { callNode } from "./tree.ts";
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

function difference(name: string) {
  return function overRange(this: Expression, range: string): Expression {
    const unit = unitOf(this);
    return derive(this, callNode(name, rangeOf(this, range)), unit === "timestamp" ? "seconds" : unit);
  };
}

export const ofGauges = {
  changes(this: Expression, range: string) {
    return derive(this, callNode("changes", rangeOf(this, range)), "count");
  },
  delta: difference("delta"),
  idelta: difference("idelta"),
  deriv(this: Expression, range: string) {
    return derive(this, callNode("deriv", rangeOf(this, range)), unitArithmetic.perSecond(unitOf(this)));
  },
  predictLinear(this: Expression, range: string, ahead: unknown) {
    const seconds = operandNode(ahead, "seconds");
    return derive(this, callNode("predict_linear", rangeOf(this, range), seconds));
  },
};
