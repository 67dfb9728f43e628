import type { Labels } from "../label.ts";
import type { Convertible, Spelt, Unit } from "../unit.ts";
import { convert, dimensionOf, isScaledUnit, refuseSlips } from "../unit-scale.ts";
import { derive, nodeOf, unitOf, type Expression } from "./expression.ts";
import { numberNode } from "../../promql/tree.ts";
import type { Vector } from "./vector.ts";

/** The unit of the values. */
export interface Converting<L extends Labels, U extends string> {
  /** The same values in another unit of the dimension: seconds `.in("days")` is printed `/ 86400`. */
  in<V extends Convertible<U>>(unit: V): Vector<L, V>;
  /** Says what the unit is, where it cannot be told. The values stay as they are. */
  as<V extends Unit>(unit: Spelt<V>): Vector<L, V>;
}

export const converting = {
  in(this: Expression, to: string) {
    const from = unitOf(this);
    if (!isScaledUnit(from) || !isScaledUnit(to) || dimensionOf(from) !== dimensionOf(to)) {
      throw new TypeError(`there is no conversion from ${from} to ${to}`);
    }
    const shrink = convert(1, to, from);
    if (shrink === 1) return derive(this, nodeOf(this), to);
    // The whole number of the two: / 86400 and not * 0.0000115740740740741.
    const [op, by] = shrink > 1 ? (["/", shrink] as const) : (["*", convert(1, from, to)] as const);
    return derive(this, { kind: "binary", op, left: nodeOf(this), right: numberNode(by) }, to);
  },
  as(this: Expression, to: string) {
    refuseSlips(to);
    return derive(this, nodeOf(this), to);
  },
};
