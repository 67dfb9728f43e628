import { convert, dimensionOf, isScaledUnit } from "../language/unit-scale.ts";
import type { Dimension, ScaledUnit } from "../language/unit.ts";

type Written = readonly [word: string, unit: ScaledUnit];

/** The functions of the language that write an amount, the largest unit first; none: it is a plain number. */
const words: Readonly<Record<Dimension, readonly Written[]>> = {
  time: [
    ["days", "days"],
    ["hours", "hours"],
    ["minutes", "minutes"],
    ["seconds", "seconds"],
    ["ms", "milliseconds"],
  ],
  data: [
    ["gigabytes", "gigabytes"],
    ["megabytes", "megabytes"],
    ["kilobytes", "kilobytes"],
    ["bytes", "bytes"],
  ],
  "data rate": [
    ["megabytesPerSecond", "megabytes/s"],
    ["kilobytesPerSecond", "kilobytes/s"],
    ["bytesPerSecond", "bytes/s"],
  ],
  ratio: [["percent", "percent"]],
  timestamp: [],
};

/** An amount as a definition says it: `percent(15.3)`, `gigabytes(12)`, `45`. */
export function quantityCode(value: number, unit: string): string {
  const dimension = isScaledUnit(unit) ? dimensionOf(unit) : undefined;
  if (value === 0 || dimension === undefined || !isScaledUnit(unit)) return String(value);
  const written = words[dimension].map(([word, own]) => ({ word, amount: clean(convert(value, unit, own)) }));
  const { word, amount } = written.find((one) => Math.abs(one.amount) >= 1) ?? written.at(-1) ?? {};
  return word === undefined || amount === undefined ? String(value) : `${word}(${amount})`;
}

/** 12 digits: what lies behind is the noise of binary fractions. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
