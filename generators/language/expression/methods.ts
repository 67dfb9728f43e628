import { aggregating } from "./aggregating.ts";
import { type Scalar, calculating } from "./arithmetic.ts";
import { type Condition, combining, comparing, conditions } from "./condition.ts";
import { converting } from "./converting.ts";
import { dating } from "./dating.ts";
import { type Expression, type ExpressionState, makeExpression } from "./expression.ts";
import { transforming } from "./functions.ts";
import { type BucketRates, type Buckets, ofBuckets } from "./histogram.ts";
import { relabelling } from "./relabelling.ts";
import { selecting } from "./selector.ts";
import { type Growing, overTime, trending } from "./over-time.ts";
import { type Counter, type Gauge, ofCounters } from "./series.ts";

type MethodName = Extract<
  | keyof Gauge<{}, "">
  | keyof Counter<{}, "">
  | keyof Condition<{}, "">
  | keyof Growing<{}, "">
  | keyof Buckets<{}, "">
  | keyof BucketRates<{}, "", "">
  | keyof Scalar<"">,
  string
>;

/** Every method that an interface of the language promises, and no other: `satisfies` sees to both. */
const methods = {
  ...aggregating,
  ...calculating,
  ...comparing,
  ...combining,
  ...conditions,
  ...transforming,
  ...converting,
  ...dating,
  ...relabelling,
  ...overTime,
  ...selecting,
  ...trending,
  ...ofCounters,
  ...ofBuckets,
} satisfies Record<MethodName, unknown>;

const shared: object = Object.freeze({
  ...methods,
  toString() {
    throw new TypeError("a PromQL expression cannot be made a text; to write PromQL as text, use promql`…`");
  },
});

/** A new expression; `carried` is what else its handle has. */
export function newExpression(state: ExpressionState, carried: PropertyDescriptorMap = {}): Expression {
  return makeExpression(shared, state, carried);
}
