import type { FunctionOf } from "../../promql/functions.ts";
import type { Labels } from "../label.ts";
import type { Threshold } from "../quantity.ts";
import type { Condition } from "./condition.ts";
import { called, derive, nodeOf, unitOf, type Expression } from "./expression.ts";
import { operandNode } from "./operand.ts";
import type { Scalar } from "./scalar.ts";
import { numberNode, type Node } from "../../promql/tree.ts";
import type { Vector } from "./vector.ts";

/** Functions of each value by itself, and of the order of the series. */
export interface Transforming<L extends Labels, U extends string> {
  abs(): Vector<L, U>;
  ceil(): Vector<L, U>;
  floor(): Vector<L, U>;
  /** To the nearest multiple of `to`, or to the nearest whole number. */
  round(to?: number): Vector<L, U>;
  clamp(min: Threshold<U>, max: Threshold<U>): Vector<L, U>;
  clampMin(min: Threshold<U>): Vector<L, U>;
  clampMax(max: Threshold<U>): Vector<L, U>;
  /** The value with the other sign. */
  neg(): Vector<L, U>;
  /** -1, 0 or 1. */
  sgn(): Vector<L, "none">;
  exp(): Vector<L, "none">;
  ln(): Vector<L, "none">;
  log2(): Vector<L, "none">;
  log10(): Vector<L, "none">;
  sqrt(): Vector<L, "none">;
  /** Smallest value first. */
  sort(): Vector<L, U>;
  /** Largest value first. */
  sortDesc(): Vector<L, U>;
  /** When each sample was taken. */
  timestamp(): Vector<L, "timestamp">;
  /** 1 when there is no such series. */
  absent(): Condition<{}, "none">;
  /** The value of the only series there is; NaN when there are none or several. */
  scalar(): Scalar<U>;
}

/** A method that calls the function `name` of its expression alone. */
function call(name: FunctionOf<"numbers" | "series">) {
  return function transform(this: Expression): Expression {
    return called(this, name, nodeOf(this));
  };
}

/** A method that calls the function `name` with limits in the unit of the value. */
function callWithLimits(name: FunctionOf<"numbers">) {
  return function limit(this: Expression, ...limits: readonly unknown[]): Expression {
    const nodes: readonly Node[] = limits.map((each) => operandNode(each, unitOf(this)));
    return called(this, name, nodeOf(this), ...nodes);
  };
}

export const transforming = {
  abs: call("abs"),
  ceil: call("ceil"),
  floor: call("floor"),
  round(this: Expression, to?: number) {
    return called(this, "round", nodeOf(this), ...(to === undefined ? [] : [numberNode(to)]));
  },
  clamp: callWithLimits("clamp"),
  clampMin: callWithLimits("clamp_min"),
  clampMax: callWithLimits("clamp_max"),
  neg(this: Expression) {
    return derive(this, { kind: "negation", of: nodeOf(this) });
  },
  sgn: call("sgn"),
  exp: call("exp"),
  ln: call("ln"),
  log2: call("log2"),
  log10: call("log10"),
  sqrt: call("sqrt"),
  sort: call("sort"),
  sortDesc: call("sort_desc"),
  timestamp: call("timestamp"),
  scalar: call("scalar"),
};
