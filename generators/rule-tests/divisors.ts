/** The greatest number that divides all of these; 0 where there is none. Whole numbers only. */
export function greatestCommonDivisor(numbers: readonly number[]): number {
  return numbers.reduce(commonDivisor, 0);
}

/** The least number that all of these divide; 1 where there is none. Whole numbers from 1. */
export function leastCommonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => (a / commonDivisor(a, b)) * b, 1);
}

/** The least multiple of `step` that is not below `number`. */
export function roundUp(number: number, step: number): number {
  return Math.ceil(number / step) * step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
