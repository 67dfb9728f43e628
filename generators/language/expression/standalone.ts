import { functions } from "../../promql/functions.ts";
import { callNode, numberNode } from "../../promql/tree.ts";
import type { Labels } from "../label.ts";
import type { Scalar } from "./arithmetic.ts";
import type { Condition } from "./condition.ts";
import {
  type AlertCondition,
  type InstantVector,
  derive,
  expressionOf,
  nodeOf,
  typed,
  unitOf,
} from "./expression.ts";
import { operate } from "./matching.ts";
import { newExpression } from "./methods.ts";
import type { Vector } from "./vector.ts";

/**
 * The time of the evaluation: `time()`, a timestamp in seconds since 1970.
 * @example time()
 */
export function time(): Scalar<"timestamp"> {
  return typed(newExpression({ node: callNode("time"), unit: functions.time.unit }));
}

/**
 * A number, or a scalar such as `time()`, as a series without labels.
 * @example vector(0)
 */
export function vector<U extends string = "none">(value: number | Scalar<U>): Vector<{}, U> {
  const [node, unit] =
    typeof value === "number" ? [numberNode(value), "none"] : [nodeOf(value), unitOf(value)];
  return typed(newExpression({ node: callNode("vector", node), unit }));
}

// The methods of a vector compare the labels of the two sides, which TypeScript cannot do where the labels are a type
// parameter. These functions ask for the same labels on all sides, so they work in generic definitions too.

/**
 * The share that a part has of the whole, which must have the same labels and unit: `(part or whole * 0) / (whole > 0)`, a ratio.
 *
 * Where the whole is 0 there is no share: nothing was asked, and a plain `.div()` gives NaN. Where there is no part the share is 0:
 * nothing has failed yet, and a counter of failures may not even exist before the first one. The part must be of the same targets as the
 * whole; what of the whole is in no part counts as well.
 * @example ratioOf(requests.where({ status: "500" }).rate("5m").sumBy("instance"), requests.rate("5m").sumBy("instance"))
 * @refuses ratioOf(memory, queue)
 * @check joins-are-unique
 * @check joins-bear-added-labels
 * @check ratios-have-a-value
 */
export function ratioOf<L extends Labels, W extends Labels, U extends string>(
  // Each has the labels of the other, and so no more than they both have.
  part: InstantVector<L, U> & InstantVector<NoInfer<W>, U>,
  whole: InstantVector<W, NoInfer<U>> & InstantVector<NoInfer<L>, NoInfer<U>>,
): Vector<L, "ratio"> {
  const all = expressionOf(whole);
  const none = operate(all, { op: "*", right: 0 });
  const some = operate(expressionOf(part), { op: "or", right: none });
  const asked = operate(all, { op: ">", right: 0 });
  return typed(operate(some, { op: "/", right: asked, unit: "ratio" }));
}

/**
 * All of these conditions hold: `… and …`. They must have the same labels.
 * @example allOf(queue.gt(100), shop.up.eq(1))
 * @refuses allOf(queue.gt(100), errorRate.gt(percent(5)))
 */
export function allOf<L extends Labels>(
  first: AlertCondition<L>,
  ...rest: readonly AlertCondition<NoInfer<L>>[]
): Condition<L, "none"> {
  return combine("and", first, rest);
}

/**
 * Any of these conditions holds: `… or …`. They must have the same labels.
 * @example anyOf(queue.gt(100), shop.up.eq(0))
 * @refuses anyOf(queue.gt(100), errorRate.gt(percent(5)))
 */
export function anyOf<L extends Labels>(
  first: AlertCondition<L>,
  ...rest: readonly AlertCondition<NoInfer<L>>[]
): Condition<L, "none"> {
  return combine("or", first, rest);
}

function combine<L extends Labels>(
  op: "and" | "or",
  first: AlertCondition<L>,
  rest: readonly AlertCondition<L>[],
): Condition<L, "none"> {
  const all = rest.reduce((left, right) => operate(left, { op, right }), expressionOf(first));
  return typed(derive(all, nodeOf(all), "none"));
}
