import type { Asked } from "./asked.ts";

/** The usual ones beside those that an expression names. */
const usualLevels = [0, 1, 2, 5, 100];
const usualGrowths = [0, 1, 10, 60];

/** Values that make a difference to these expressions: those that they name, and what is a little more and less. */
export function likelyLevels({ numbers, asksForTime }: Asked, nowSeconds: number): number[] {
  const near = numbers.filter(isMade).flatMap((one) => [one, 1.1 * one, 0.9 * one, one + 1, one - 1]);
  const moments = asksForTime
    ? numbers.filter((one) => one >= 0).flatMap((one) => [0.9, 1.1].map((part) => nowSeconds - part * one))
    : [];
  return rounded([...usualLevels, ...near, ...moments]);
}

/** The same of what is added in a minute: to what is compared as it is, by the second, or in a window. */
export function likelyGrowths({ numbers, windowsMs }: Asked): number[] {
  const windows = windowsMs.map((ms) => ms / 60_000);
  const near = numbers
    .filter((one) => isMade(one) && one > 0)
    .flatMap((one) => [60 * one, ...windows.map((minutes) => one / minutes)])
    .flatMap((one) => [1.1 * one, 0.9 * one]);
  return rounded([...usualGrowths, ...near]);
}

/** Beyond that digits are lost. */
function isMade(number: number): boolean {
  return Number.isFinite(number) && Math.abs(number) < 1e15;
}

/** With as few digits as a person reads. */
function rounded(numbers: readonly number[]): number[] {
  return [...new Set(numbers.map((one) => Number(one.toPrecision(4))))];
}
