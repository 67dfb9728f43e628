import { numberNode } from "../../promql/tree.ts";
import type { Labels } from "../label.ts";
import { convert, dimensionOf, isScaledUnit, refuseMisspelt } from "../unit-scale.ts";
import type { Convertible, Spelt, Unit } from "../unit.ts";
import { type Expression, derive, nodeOf, observing, unitOf } from "./expression.ts";
import type { BucketRates } from "./histogram.ts";
import type { Growing } from "./over-time.ts";
import type { Vector } from "./vector.ts";

/** The unit of the values. */
export interface Converting<L extends Labels, U extends string> {
  /**
   * The same values in another unit of the dimension: seconds `.in("days")` is `… / 86400`. Refuses a unit that measures something else.
   * @example memory.in("mebibytes")
   * @refuses memory.in("seconds")
   */
  in<V extends Convertible<U>>(unit: V): Vector<L, V>;
  /**
   * Sets the unit where it cannot be inferred; nothing is printed: `errors.div(limit).as("ratio")`.
   * @example queue.mul(2).as("orders")
   * @refuses queue.as("sec")
   */
  as<V extends Unit>(unit: Spelt<V>): Vector<L, V>;
  /**
   * Says that this only grows and restarts at 0, so that its growth can be taken; nothing is printed. The largest of several counters is such:
   * `increase((max without (path) (…))[15m:1m])`. Of a sum it is refused: when one of them restarts, it falls by all that one had counted.
   * @example requests.raw().maxWithout("path").asCounter().increase("15m", "1m")
   * @check expressions-are-valid
   */
  asCounter(): Growing<L, U>;
  /**
   * Says that these are rates of the buckets of a histogram of what is in `unit`, so that quantiles can be taken; nothing is printed. That they
   * are is checked: `.asVector()` of such rates, joined with what has no `le`, multiplied, averaged or filtered as a whole.
   * @example latency.bucket.rate("5m").sumBy("path", "le").asVector().mul(2).asBuckets("seconds").histogramQuantile(0.9)
   * @refuses latency.bucket.rate("5m").sumBy("path").asBuckets("seconds")
   * @check expressions-are-valid
   */
  asBuckets<V extends Unit>(
    unit: "le" extends keyof L ? Spelt<V> : 'keep the label le: sumBy(…, "le")',
  ): BucketRates<L, V, U>;
}

export const converting = {
  in(this: Expression, to: string) {
    const from = unitOf(this);
    if (!isScaledUnit(from) || !isScaledUnit(to) || dimensionOf(from) !== dimensionOf(to)) {
      throw new TypeError(`${from} cannot be converted to ${to}`);
    }
    const shrink = convert(1, to, from);
    if (shrink === 1) return derive(this, nodeOf(this), to);
    // The whole number of the two: / 86400 and not * 0.0000115740740740741.
    const [op, by] = shrink > 1 ? (["/", shrink] as const) : (["*", convert(1, from, to)] as const);
    return derive(this, { kind: "binary", op, left: nodeOf(this), right: numberNode(by) }, to);
  },
  as(this: Expression, to: string) {
    refuseMisspelt(to);
    return derive(this, nodeOf(this), to);
  },
  asCounter(this: Expression) {
    return this;
  },
  asBuckets(this: Expression, observed: string) {
    refuseMisspelt(observed);
    return observing(this, observed);
  },
};
