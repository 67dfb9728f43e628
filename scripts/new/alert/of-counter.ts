import { call, text } from "../../code/code.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { Refused } from "../known-project.ts";
import type { Condition, ConditionWishes } from "./condition.ts";
import type { SelectedMetric } from "./selected-metric.ts";
import { equivalentsAround, levelsAround } from "./levels.ts";
import { isWhole, levelsCode, thresholdIn } from "./threshold.ts";

/** Holds four scrapes of a minute, so that it suits any usual interval. */
const window = "5m";

/** How much a counter has grown. That it has grown at all needs no thought. */
export function ofCounter(metric: SelectedMetric, wishes: ConditionWishes): Condition | Refused {
  const { selector, definition, exported, own } = metric;
  const { unit } = definition;
  const threshold = wishes.threshold === undefined ? 0 : thresholdIn(unit, wishes.threshold);
  if (typeof threshold !== "number") return threshold;
  if (wishes.side === "below" && threshold <= 0) return { refused: "A counter never grows by less than 0." };
  const quantity = quantityCode(threshold, unit);
  const levels = levelsCode(levelsAround(threshold, wishes.side, isWhole(unit)), unit);
  const shown = `${selector}.increase(${text(window)})`;
  const than = wishes.side === "above" ? "more than" : "less than";
  return {
    expr: `${shown}.${wishes.side === "above" ? "gt" : "lt"}(${quantity.code})`,
    scenario: call("grows", [selector, text(window), levels.code]),
    equivalentMutants: equivalentsAround(threshold, wishes.side, isWhole(unit)),
    hold: wishes.side === "above" ? "0m" : "5m",
    words: ["grows", ...quantity.words, ...levels.words],
    exports: [exported],
    shown,
    badState: undefined,
    labels: own,
    sentence: threshold === 0 ? undefined : (name) => `It grew by ${than} ${name} within 5 minutes.`,
    guessed: undefined,
  };
}
