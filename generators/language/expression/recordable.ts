import type { Labels } from "../label.ts";
import type { GrowthOfBuckets, InstantVector } from "./expression.ts";
import type { RecordedBuckets } from "./histogram.ts";
import type { Gauge } from "./series.ts";

/** What can be recorded: values in `U`, or the growth in `U` of the buckets of what was observed in `O`. */
export type Recordable<L extends Labels, U extends string, O extends string> =
  InstantVector<L, U> | GrowthOfBuckets<L, O, U>;

/** What a recording is used as: buckets if it observes anything. */
export type Recorded<L extends Labels, U extends string, O extends string> = RecordedWith<L, U, O>[[
  O,
] extends [never]
  ? "values"
  : "buckets"];

// Written with parameters alone it is one type for all recordings with the same labels and unit.
interface RecordedWith<L extends Labels, U extends string, O extends string> {
  /** Of a vector: a gauge. */
  readonly values: Gauge<L, U>;
  /** Of the rates of buckets: their quantiles. */
  readonly buckets: RecordedBuckets<L, O, U>;
}
