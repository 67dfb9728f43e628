import { call } from "../../code/code.ts";
import { ofState } from "./of-state.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import { dimensionOf, isScaledUnit } from "../../../generators/language/unit-scale.ts";
import type { Dimension } from "../../../generators/language/unit.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import type { SelectedMetric } from "./selected-metric.ts";
import { equivalentsAround, levelsAround } from "./levels.ts";
import { ofTimestamp } from "./of-timestamp.ts";
import { isWhole, levelsCode, thresholdIn } from "./threshold.ts";

/** A value that is too high or too low, or a state that is not as it should be. */
export function ofGauge(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const { unit } = metric.definition;
  if (unit === "bool") return ofState(metric, metric.selector, wishes);
  if (unit === "timestamp") return ofTimestamp(metric, wishes);
  return ofValue({ ...metric, unit, series: metric.selector }, wishes);
}

export interface Valued extends SelectedMetric {
  /** The gauge that holds values, and its unit. */
  readonly series: string;
  readonly unit: string;
}

/** A value on the wrong side of a threshold. */
export function ofValue(
  { series, unit, exported, own }: Valued,
  wishes: ConditionWishes,
): Condition | Refused {
  const { side, threshold: written } = wishes;
  const threshold = written === undefined ? placeholderIn(unit) : thresholdIn(unit, written);
  if (typeof threshold !== "number") return threshold;
  const quantity = quantityCode(threshold, unit);
  const levels = levelsCode(levelsAround(threshold, side, isWhole(unit)), unit);
  return {
    expr: `${series}.${side === "above" ? "gt" : "lt"}(${quantity.code})`,
    scenario: call("holds", [series, levels.code]),
    equivalentMutants: equivalentsAround(threshold, side, isWhole(unit)),
    hold: "5m",
    words: ["holds", ...quantity.words, ...levels.words],
    exports: [exported],
    shown: series,
    badState: undefined,
    labels: own,
    sentence: (name, hold) => `It has been ${side} ${name} for ${hold}.`,
    guessed: written === undefined ? quantity.code : undefined,
  };
}

/** Where to begin while nobody has said a threshold. */
const placeholders: Readonly<Record<Dimension, number>> = {
  time: 60,
  data: 1e9,
  "data rate": 1e6,
  ratio: 0.8,
  timestamp: 3600,
};

function placeholderIn(unit: string): number {
  if (unit === "percent") return 80;
  const dimension = isScaledUnit(unit) ? dimensionOf(unit) : undefined;
  return dimension === undefined ? 100 : placeholders[dimension];
}
