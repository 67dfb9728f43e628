/** The numbers of a scenario: when all is well, the last that must not fire, and one that must. */
export interface NumberLevels {
  readonly ok: number;
  readonly limit: number;
  readonly firing: number;
}

/** Which side of a threshold is bad. */
export type Side = "above" | "below";

/**
 * Levels around a threshold: the limit is the threshold itself.
 *
 * @param isWhole the values are counts of things
 */
export function levelsAround(threshold: number, side: Side, isWhole: boolean): NumberLevels {
  const size = Math.abs(threshold);
  const step = isWhole ? Math.max(1, Math.round(size / 10)) : size === 0 ? 1 : size / 20;
  const far = isWhole ? Math.max(1, Math.round(size / 2)) : size === 0 ? 1 : size / 2;
  const up = side === "above";
  // Nothing is below nothing, where all is well.
  const ok = up && threshold === 0 ? 0 : threshold + (up ? -far : far);
  return { ok, limit: threshold, firing: threshold + (up ? step : -step) };
}

/**
 * The mistakes in a threshold that levels in whole numbers cannot show, by their ids in mutation: 5 and 5.5 have none between them.
 *
 * @param isWhole the values are counts of things
 */
export function equivalentsAround(
  threshold: number,
  side: Side,
  isWhole: boolean,
): Readonly<Record<string, string>> | undefined {
  const beyond = threshold * (side === "above" ? 1.1 : 0.9);
  const step = threshold + (side === "above" ? 1 : -1);
  const isBetween = side === "above" ? step <= beyond : step >= beyond;
  if (!isWhole || threshold <= 0 || !Number.isInteger(threshold) || isBetween) return undefined;
  const [low, high] = [threshold, Number(beyond.toPrecision(6))].sort((a, b) => a - b);
  return {
    [`threshold ${side === "above" ? "+" : "-"}10%`]: `no whole number is between ${low} and ${high}`,
  };
}

/** Those of a histogram's quantile, which has a lowest and a highest value that it can have. */
export function levelsWithin(threshold: number, lowest: number, highest: number): NumberLevels {
  return {
    ok: Math.max(lowest, threshold / 2),
    limit: threshold,
    firing: Math.min(highest, threshold * 1.05),
  };
}
