import type { Dimension, ScaledUnit } from "./unit.ts";

/** One unit is `numerator / denominator` base units: a fraction, because 0.001 has no exact binary form. */
interface Scale {
  readonly dimension: Dimension;
  readonly numerator: number;
  readonly denominator: number;
}

const scales: Readonly<Record<ScaledUnit, Scale>> = {
  nanoseconds: scale("time", 1, 1e9),
  microseconds: scale("time", 1, 1e6),
  milliseconds: scale("time", 1, 1000),
  seconds: scale("time", 1),
  minutes: scale("time", 60),
  hours: scale("time", 3600),
  days: scale("time", 86_400),
  bits: scale("data", 1, 8),
  bytes: scale("data", 1),
  kilobytes: scale("data", 1e3),
  megabytes: scale("data", 1e6),
  gigabytes: scale("data", 1e9),
  kibibytes: scale("data", 1024),
  mebibytes: scale("data", 1024 ** 2),
  gibibytes: scale("data", 1024 ** 3),
  "bits/s": scale("data rate", 1, 8),
  "bytes/s": scale("data rate", 1),
  "kilobytes/s": scale("data rate", 1e3),
  "megabytes/s": scale("data rate", 1e6),
  "gigabytes/s": scale("data rate", 1e9),
  "kibibytes/s": scale("data rate", 1024),
  "mebibytes/s": scale("data rate", 1024 ** 2),
  "gibibytes/s": scale("data rate", 1024 ** 3),
  ratio: scale("ratio", 1),
  percent: scale("ratio", 1, 100),
  "seconds/s": scale("ratio", 1),
  "milliseconds/s": scale("ratio", 1, 1000),
  "microseconds/s": scale("ratio", 1, 1e6),
  "nanoseconds/s": scale("ratio", 1, 1e9),
  timestamp: scale("timestamp", 1),
};

const baseUnits: Readonly<Record<Dimension, ScaledUnit>> = {
  time: "seconds",
  data: "bytes",
  "data rate": "bytes/s",
  ratio: "ratio",
  timestamp: "timestamp",
};

/** The units that have a scale. */
export const scaledUnits: readonly ScaledUnit[] = Object.keys(scales).filter(isScaledUnit);

export function isScaledUnit(unit: string): unit is ScaledUnit {
  return Object.hasOwn(scales, unit);
}

/** Throws if `unit` is the name of a unit with a typing error, such as `secnods`; the types know the usual other spellings. */
export function refuseMisspelt(unit: string): void {
  if (isScaledUnit(unit)) return;
  // In short names one typing error makes another word: bits and hits.
  const meant = Object.keys(scales).find((name) => name.length >= 7 && isOneTypoFrom(unit, name));
  if (meant !== undefined) throw new TypeError(`'${unit}' is not the name of a unit; write '${meant}'`);
}

/** Whether one character was left out, added, replaced, or swapped with its neighbour. */
function isOneTypoFrom(text: string, name: string): boolean {
  const start = [...name].findIndex((character, index) => text[index] !== character);
  const at = start < 0 ? name.length : start;
  const [rest, wanted] = [text.slice(at), name.slice(at)];
  const swapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}`;
  return [rest.slice(1), swapped].includes(wanted) || [rest, rest.slice(1)].includes(wanted.slice(1));
}

/** How many base units one `unit` is; undefined for a unit without a scale. */
export function scaleOf(unit: string): number | undefined {
  if (!isScaledUnit(unit)) return undefined;
  return scales[unit].numerator / scales[unit].denominator;
}

/** What `unit` measures; undefined for a unit without a scale. */
export function dimensionOf(unit: string): Dimension | undefined {
  return isScaledUnit(unit) ? scales[unit].dimension : undefined;
}

/** The unit of the dimension whose scale is 1. */
export function baseUnitOf(dimension: Dimension): ScaledUnit {
  return baseUnits[dimension];
}

/** `value` of unit `from` in unit `to`, as the decimal a person would write: 5 percent is 0.05. */
export function convert(value: number, from: ScaledUnit, to: ScaledUnit): number {
  const up = scales[from].numerator * scales[to].denominator;
  const down = scales[from].denominator * scales[to].numerator;
  if (up === down) return value;
  const converted = (value * up) / down;
  // 15 digits: every decimal of that length survives a double, and the errors of two roundings lie behind it.
  return Number.isSafeInteger(converted) ? converted : Number(converted.toPrecision(15));
}

function scale(dimension: Dimension, numerator: number, denominator = 1): Scale {
  return { dimension, numerator, denominator };
}
