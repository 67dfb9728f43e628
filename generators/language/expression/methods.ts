import { aggregating } from "./aggregating.ts";
import { calculating } from "./calculating.ts";
import { combining } from "./combining.ts";
import { comparing } from "./comparing.ts";
import { conditions, type Condition } from "./condition.ts";
import { converting } from "./converting.ts";
import { ofCounters, type Counter } from "./counter.ts";
import { dating } from "./dating.ts";
import { makeExpression, type Expression, type ExpressionState } from "./expression.ts";
import { ofGauges, type Gauge } from "./gauge.ts";
import { ofBuckets, type BucketRates, type Buckets } from "./histogram.ts";
import { overTime } from "./over-time.ts";
import { relabelling } from "./relabelling.ts";
import type { Scalar } from "./scalar.ts";
import { selecting } from "./selecting.ts";
import { transforming } from "./transforming.ts";

type MethodName = Extract<
  | keyof Gauge<{}, "">
  | keyof Counter<{}, "">
  | keyof Condition<{}, "">
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
  ...ofGauges,
  ...ofCounters,
  ...ofBuckets,
} satisfies Record<MethodName, unknown>;

const shared: object = Object.freeze({
  ...methods,
  toString() {
    throw new TypeError("a PromQL expression is no text; to write PromQL as text, put it into promql`…`");
  },
});

/** A new expression; `carried` is what else its handle has. */
export function newExpression(state: ExpressionState, carried: PropertyDescriptorMap = {}): Expression {
  return makeExpression(shared, state, carried);
}
