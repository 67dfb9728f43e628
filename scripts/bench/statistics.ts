/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (lower === undefined || upper === undefined) throw new RangeError("the median of nothing");
  return (lower + upper) / 2;
}

/** What one size took. */
export interface Point {
  readonly size: number;
  readonly value: number;
}

/**
 * How what is taken grows from one size to another, as a power of the size: 1 is linear, 2 quadratic.
 *
 * Of both counts what comes on top of a smaller size: else the start of the process, which is the same for all, would hide the
 * growth. Undefined where nothing comes on top, so that there is no growth to speak of.
 */
export function exponent(base: Point, from: Point, to: Point): number | undefined {
  const [grown, furtherGrown] = [from.value - base.value, to.value - base.value];
  if (grown <= 0 || furtherGrown <= 0) return undefined;
  return Math.log(furtherGrown / grown) / Math.log((to.size - base.size) / (from.size - base.size));
}
