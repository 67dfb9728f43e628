import { call, text } from "../../code/code.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import type { SelectedMetric } from "./selected-metric.ts";
import { levelsWithin } from "./levels.ts";
import { ofValue } from "./of-gauge.ts";
import { levelsCode, thresholdIn } from "./threshold.ts";

const q = 0.95;

/** What 95 of 100 observations do not exceed. */
export function ofHistogram(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const { handle, definition, exported } = metric;
  const { unit, buckets = [], name } = definition;
  if (wishes.where !== undefined)
    return {
      refused: `${name} is a histogram: its quantile is of all its series. Write the alert without --where, and narrow it by hand.`,
    };
  if (wishes.side === "below")
    return { refused: `${name} is a histogram, and its quantile is seldom too low: use --above.` };
  const [lowest, highest] = [q * (buckets[0] ?? 0), buckets.at(-1) ?? 0];
  // In the middle of what it can tell.
  const middle =
    buckets.length === 1 ? highest * 0.97 : (buckets[Math.floor(buckets.length / 2) - 1] ?? highest);
  const threshold = wishes.threshold === undefined ? middle : thresholdIn(unit, wishes.threshold);
  if (typeof threshold !== "number") return threshold;
  if (threshold <= lowest || threshold >= highest) {
    return {
      refused: `The quantiles of ${name} that its buckets can tell lie between ${lowest} and ${highest}.`,
    };
  }
  const quantity = quantityCode(threshold, unit);
  const levels = levelsCode(levelsWithin(threshold, lowest, highest), unit);
  const shown = `${handle}.quantile(${q}, "5m", "instance")`;
  return {
    expr: `${shown}.gt(${quantity.code})`,
    scenario: call("quantile", [handle, String(q), levels.code]),
    hold: "5m",
    words: ["quantile", ...quantity.words, ...levels.words],
    exports: [exported],
    shown,
    badState: undefined,
    labels: [],
    sentence: (named, hold) => `For ${hold}, 5 of 100 have been above ${named}.`,
    guessed: wishes.threshold === undefined ? quantity.code : undefined,
  };
}

/** The highest quantile that the program computes. */
export function ofSummary(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const { handle, definition } = metric;
  const highest = [...(definition.quantiles ?? [])].filter((one) => one > 0.5).at(-1);
  if (highest === undefined) {
    return {
      refused: `${definition.name} is a summary without quantiles: write an alert on another metric, and its expr by hand.`,
    };
  }
  if (wishes.where !== undefined)
    return {
      refused: `${definition.name} is a summary: write the alert without --where, and narrow it by hand.`,
    };
  const series = `${handle}.quantiles.where({ quantile: ${text(String(highest))} })`;
  return ofValue({ ...metric, series, unit: definition.unit }, wishes);
}
