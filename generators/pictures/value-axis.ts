import { dimensionOf } from "../language/unit-scale.ts";
import { formatQuantity } from "../text/quantity.ts";
import type { Strip } from "./strip.ts";

/** The heights that a strip shows. */
export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** From one number beside a plot to the next, in pixels: less, and they would touch. */
const leastStep = 20;
/** Left free above and below what is drawn, as a share of it. */
const margin = 0.08;
/** A span that is smaller than this share of its values is too small for the digits of a number. */
const smallest = 1e-9;

/** From the lowest to the highest value that the strip draws or names; from 0 where that is not far away. */
export function valueAxis(
  { lines, marks, unit }: Pick<Strip, "lines" | "marks" | "unit">,
  plotHeight: number,
): ValueAxis {
  const drawn = lines.flatMap(({ pieces }) => pieces.flat().map(({ value }) => value));
  const values = [...drawn, ...marks.map(({ value }) => value)].filter(Number.isFinite);
  if (unit === "bool")
    return { low: -margin, high: 1 + margin, ticks: [0, 1].map((value) => ({ value, text: `${value}` })) };
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const [from, to] = spanOf(least, most);
  const room = (to - from) * margin;
  const [low, high] = [from - room, to + room];
  const finest = ((high - low) * leastStep) / plotHeight;
  const step = unit === "seconds" ? timeStep(finest) : decimalStep(finest);
  return {
    low,
    high,
    ticks: ticks(low, high, step).map((value) => ({ value, text: tickText(value, unit, step) })),
  };
}

function spanOf(least: number, most: number): readonly [number, number] {
  const far = most - least > 0.4 * Math.max(Math.abs(least), Math.abs(most));
  const [from, to] = far ? [Math.min(least, 0), Math.max(most, 0)] : [least, most];
  const size = Math.max(Math.abs(from), Math.abs(to), 1e-300);
  if (to - from > size * smallest) return [from, to];
  // All is the same: it lies in the middle.
  const half = from === 0 && to === 0 ? 1 : size / 2;
  return [from - half, to + half];
}

/** The number with its prefix and its sign of a unit; a unit that is a word is above the plot. */
function tickText(value: number, unit: string, step: number): string {
  if (hasSign(unit)) return formatQuantity(value, unit);
  if (value === 0) return "0";
  const size = Math.max(Math.abs(value), step);
  if (size >= 1e15 || size < 1e-6) return value.toExponential(2).replace(/\.?0+e/, "e");
  const [prefix, by] = prefixes.find(([, least]) => size >= least) ?? ["", 1];
  return `${Number((value / by).toPrecision(10))}${prefix}`;
}

const prefixes = [
  ["T", 1e12],
  ["G", 1e9],
  ["M", 1e6],
  ["k", 1e3],
] as const;

/** Units that are written right behind the number. */
function hasSign(unit: string): boolean {
  const dimension = dimensionOf(unit);
  return dimension !== undefined && dimension !== "timestamp" && !/\s/.test(formatQuantity(1, unit));
}

/** What is behind the title of a plot: the unit, where the numbers of its axis do not have it. */
export function unitWord(unit: string): string {
  return hasSign(unit) || unit === "none" || unit === "count" ? "" : unit === "bool" ? "1 is yes" : unit;
}

/** Steps that people count in: 1, 2, 5, 10, 20 … */
const decimalSteps = [1, 2, 5, 10] as const;

/** Steps that people count time in, in seconds; beyond them days are counted as numbers are. */
const timeSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];
const day = 86_400;

/** The smallest step that people count in and that is not below `least`. */
function decimalStep(least: number): number {
  const size = 10 ** Math.floor(Math.log10(least));
  const step = decimalSteps.find((one) => one * size >= least * (1 - 1e-9)) ?? 10;
  return step * size;
}

/** The same for seconds. */
export function timeStep(least: number): number {
  if (least < 1) return decimalStep(least);
  return timeSteps.find((one) => one >= least) ?? decimalStep(least / day) * day;
}

/** The multiples of a step from `from` to `to`, without the noise of binary fractions. */
export function ticks(from: number, to: number, step: number): number[] {
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
  const count = Math.max(0, last - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
