/** Steps that people count in: 1, 2, 5, 10, 20 … */
const decimalSteps = [1, 2, 5, 10] as const;

/** Steps that people count time in, in seconds; beyond them days are counted as numbers are. */
const timeSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];
const day = 86_400;

/** The smallest step that people count in and that is not below `least`. */
export function decimalStep(least: number): number {
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
