import type { MetricType } from "../../../generators/language/metric-definition.ts";
import type { KnownMetric } from "../find-metric.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import { select, type SelectedMetric } from "./selected-metric.ts";
import { ofCounter } from "./of-counter.ts";
import { ofGauge } from "./of-gauge.ts";
import { ofHistogram, ofSummary } from "./of-distribution.ts";

/** How the condition on a metric of each type is made. */
const makers: Readonly<
  Record<MetricType, (metric: SelectedMetric, wishes: ConditionWishes) => Condition | Refused>
> = {
  counter: ofCounter,
  gauge: ofGauge,
  histogram: ofHistogram,
  summary: ofSummary,
};

/** The condition that suits the metric's type. */
export function conditionOn(metric: KnownMetric, wishes: ConditionWishes): Condition | Refused {
  const selected = select(metric, wishes.where);
  return "refused" in selected ? selected : makers[metric.definition.type](selected, wishes);
}
