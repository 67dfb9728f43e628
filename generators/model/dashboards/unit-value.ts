import { convert, dimensionOf, isScaledUnit } from "../../language/unit-scale.ts";

/**
 * A value of one unit in another, as the threshold of an alert on a panel is; undefined when they measure different things.
 *
 * `none` goes with any unit, and so do two units without a scale: a panel may give a count another word.
 */
export function valueIn(unit: string, value: number, from: string): number | undefined {
  if (unit === from || unit === "none" || from === "none") return value;
  if (isScaledUnit(unit) && isScaledUnit(from)) {
    return dimensionOf(unit) === dimensionOf(from) ? convert(value, from, unit) : undefined;
  }
  return isScaledUnit(unit) || isScaledUnit(from) ? undefined : value;
}
