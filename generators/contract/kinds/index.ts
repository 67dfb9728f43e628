import type { DifferenceKind } from "../difference.ts";
import { bornLate } from "./born-late.ts";
import { helpChanged } from "./help-changed.ts";
import { missingLabel } from "./missing-label.ts";
import { missingMetric } from "./missing-metric.ts";
import { moreSeries } from "./more-series.ts";
import { otherBuckets } from "./other-buckets.ts";
import { otherQuantiles } from "./other-quantiles.ts";
import { retypedMetric } from "./retyped-metric.ts";
import { undeclaredLabel } from "./undeclared-label.ts";
import { undeclaredMetric } from "./undeclared-metric.ts";
import { undeclaredValue } from "./undeclared-value.ts";
import { unitChanged } from "./unit-changed.ts";

/** Every kind of difference, in the order in which they are said of a metric. */
export const differenceKinds: readonly DifferenceKind[] = [
  missingMetric,
  retypedMetric,
  unitChanged,
  missingLabel,
  undeclaredLabel,
  undeclaredValue,
  otherBuckets,
  otherQuantiles,
  moreSeries,
  bornLate,
  helpChanged,
  undeclaredMetric,
];
