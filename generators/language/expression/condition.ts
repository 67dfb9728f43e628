import { isComparison } from "../../promql/operators.ts";
import type { Labels, Name, Only } from "../label.ts";
import type { Restricting } from "./combining.ts";
import { derive, nodeOf, type Expression } from "./expression.ts";
import type { CommonLabel, EitherLabel, LeftOut, SetMatching } from "./matching.ts";
import type { AlertCondition, InstantVector, LabelsOf } from "./phantom.ts";
import type { Vector } from "./vector.ts";

/**
 * The series for which something holds: what an alert needs.
 *
 * Conditions are combined and counted; for anything else say `.series()` or `.bool()` first.
 */
export interface Condition<L extends Labels, U extends string>
  extends InstantVector<L, U>, AlertCondition<L>, Restricting<L, U> {
  /** Either holds; has the labels that both have. */
  or<
    R extends AlertCondition<Labels>,
    On extends CommonLabel<L, R> = LeftOut,
    Ignoring extends EitherLabel<L, R> = LeftOut,
  >(
    right: R,
    matching?: SetMatching<On, Ignoring>,
  ): Condition<Only<L, keyof LabelsOf<R>>, U>;
  /** For how many series it holds. */
  count(): Vector<{}, "count">;
  countBy<K extends Name<L> = never>(...labels: readonly K[]): Vector<Only<L, K>, "count">;
  /** 0 or 1 for every series instead of only those for which it holds. Follows a comparison. */
  bool(): Vector<L, "bool">;
  /** The series as a vector that may be calculated with. */
  series(): Vector<L, U>;
}

export const conditions = {
  bool(this: Expression) {
    const node = nodeOf(this);
    if (node.kind !== "binary" || !isComparison(node.op)) {
      throw new TypeError("bool() follows a comparison such as gt(), directly");
    }
    return derive(this, { ...node, bool: true }, "bool");
  },
  series(this: Expression) {
    return this;
  },
};
