import type { AlertDefinition } from "../../language/alert.ts";
import type { ThresholdLine } from "../../language/panel.ts";
import { amountOf } from "../../language/quantity.ts";
import { convert, dimensionOf, isScaledUnit } from "../../language/unit-scale.ts";
import type { ThresholdStep, DrawnAlert } from "../../panels/panel-model.ts";
import type { AlertThreshold } from "../../promql/threshold.ts";

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

/** Values from `from` on, and below `to`, have this colour. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

/** The worst first: where several alerts fire, the worst colour is seen. */
const colors = ["red", "orange", "yellow", "blue", "green"];

/** What no region covers is well. */
const wellColor = "green";

/**
 * Stands for "more than zero": a step of Grafana holds from its value on, so a step at 0 would colour the healthy 0 of
 * `failures > 0`. The number is the one by which Grafana's own heatmaps leave empty cells out.
 */
const moreThanZero = 1e-9;

/** The values for which an alert fires, where `value` is its threshold in the unit of the panel. */
export function alertRegions(op: AlertThreshold["op"], value: number, color: string): Region[] {
  // A healthy value often is exactly zero; of other borders it is seldom seen whether they belong to the region.
  const beyond = value === 0 ? moreThanZero : value;
  switch (op) {
    case ">":
      return [above(beyond, color)];
    case ">=":
      return [above(value, color)];
    case "<":
      return [below(value, color)];
    case "<=":
      return [below(beyond, color)];
    // What is compared for equality is a state, and states are whole numbers: up to the next one.
    case "==":
      return [{ from: value, to: value + 1, color }];
    case "!=":
      return [below(value, color), above(value + 1, color)];
  }
}

export function above(value: number, color: string): Region {
  return { from: value, to: Infinity, color };
}

export function below(value: number, color: string): Region {
  return { from: -Infinity, to: value, color };
}

/** The colours from the lowest value to the highest, with a step at each border, also where the colour stays the same. */
export function thresholdSteps(regions: readonly Region[]): ThresholdStep[] {
  if (regions.length === 0) return [];
  const borders = regions.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite);
  const steps = [...new Set(borders)].sort((a, b) => a - b);
  return [
    { value: undefined, color: colorAt(regions, -Infinity) },
    ...steps.map((value) => ({ value, color: colorAt(regions, value) })),
  ];
}

function colorAt(regions: readonly Region[], value: number): string {
  const here = regions.filter(({ from, to }) => from <= value && value < to);
  const fromAbove = here.filter(({ to }) => to === Infinity).sort((a, b) => b.from - a.from);
  const fromBelow = here.filter(({ from }) => from === -Infinity).sort((a, b) => a.to - b.to);
  const between = here.filter(({ from, to }) => from !== -Infinity && to !== Infinity);
  const seen = [...untilWell(fromAbove), ...untilWell(fromBelow), ...between.map(({ color }) => color)];
  return seen.sort((a, b) => colors.indexOf(a) - colors.indexOf(b))[0] ?? wellColor;
}

/** The colours of the lines on one side, the nearest first: a green one ends what lies behind it. */
function untilWell(nearestFirst: readonly Region[]): string[] {
  const inOrder = nearestFirst.map(({ color }) => color);
  const end = inOrder.indexOf(wellColor);
  return end === -1 ? inOrder : inOrder.slice(0, end);
}
