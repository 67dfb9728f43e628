import type { AlertDefinition } from "../../language/alert.ts";
import type { ThresholdLine } from "../../language/panel.ts";
import { amountOf } from "../../language/quantity.ts";
import type { DrawnAlert } from "../rule-model.ts";
import { above, alertRegions, below, type Region } from "./threshold-steps.ts";
import { valueIn } from "./unit-value.ts";

/** The regions of one alert in the unit of a panel; none when it has no threshold, or one that measures something else. */
export function regionsOfAlert({ threshold, severity }: DrawnAlert, unit: string): Region[] {
  if (!threshold) return [];
  const value = valueIn(unit, threshold.value, threshold.unit);
  return value === undefined ? [] : alertRegions(threshold.op, value, severity.color);
}

/** The region of a line; none when its quantity measures something else than the panel. A bare number is in the panel's unit. */
export function regionsOfLine({ value, color, side }: ThresholdLine, unit: string): Region[] {
  const border = typeof value === "number" ? value : quantityIn(unit, value);
  if (border === undefined) return [];
  return [side === "above" ? above(border, color) : below(border, color)];
}

export function isAlert(threshold: AlertDefinition | ThresholdLine): threshold is AlertDefinition {
  return "kind" in threshold;
}

function quantityIn(unit: string, quantity: Exclude<ThresholdLine["value"], number>): number | undefined {
  const amount = amountOf(quantity);
  if (!amount) return undefined;
  const value = amount.factors.reduce((product, factor) => product * factor, amount.value);
  return valueIn(unit, value, amount.unit);
}
