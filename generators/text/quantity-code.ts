import type { Dimension } from "../language/unit.ts";
import { baseUnitOf, convert, dimensionOf, isScaledUnit } from "../language/unit-scale.ts";

/** A number in some unit, as an author writes it, with the word that it needs: `megabytes(5)`. */
export interface QuantityCode {
  readonly code: string;
  readonly words: readonly string[];
}

/** A value in a unit, in the word of its dimension that makes the number short. */
export function quantityCode(value: number, unit: string): QuantityCode {
  const dimension = isScaledUnit(unit) ? dimensionOf(unit) : undefined;
  const words = dimension === undefined ? undefined : wordsOf[dimension];
  // 0 is the same in every unit.
  if (value === 0 || !words || !dimension || !isScaledUnit(unit))
    return { code: numberCode(value), words: [] };
  const inBase = convert(value, unit, baseUnitOf(dimension));
  const fitting = shortest(words, inBase) ?? words.at(-1);
  if (!fitting) return { code: numberCode(value), words: [] };
  const [word, factor] = fitting;
  return { code: `${word}(${numberCode(inBase / factor)})`, words: [word] };
}

type Word = readonly [word: string, factor: number];

/** The words of each dimension, the largest first, with what they are in its base unit. */
const wordsOf: Readonly<Record<Dimension, readonly Word[] | undefined>> = {
  time: [
    ["days", 86_400],
    ["hours", 3600],
    ["minutes", 60],
    ["seconds", 1],
    ["ms", 0.001],
  ],
  data: [
    ["gigabytes", 1e9],
    ["megabytes", 1e6],
    ["kilobytes", 1e3],
    ["gib", 1024 ** 3],
    ["mib", 1024 ** 2],
    ["kib", 1024],
    ["bytes", 1],
  ],
  "data rate": [
    ["megabytesPerSecond", 1e6],
    ["kilobytesPerSecond", 1e3],
    ["bytesPerSecond", 1],
  ],
  ratio: [["percent", 0.01]],
  timestamp: undefined,
};

/** The word with the shortest number, and of several the first: 125 MiB are more kilobytes, and 10 GiB no gigabytes. */
function shortest(words: readonly Word[], value: number): Word | undefined {
  const plain = words.filter(([, factor]) => isPlain(value / factor));
  const lengthOf = ([, factor]: Word) => numberCode(value / factor).length;
  return plain.reduce<Word | undefined>(
    (best, word) => (best === undefined || lengthOf(word) < lengthOf(best) ? word : best),
    undefined,
  );
}

/** At least 1, and with no more than one digit after the point. */
function isPlain(value: number): boolean {
  return Math.abs(value) >= 1 && Math.abs(value * 10 - Math.round(value * 10)) < 1e-6;
}

/** Without the digits that only floating point has. */
function numberCode(value: number): string {
  return String(Number(value.toPrecision(12)));
}
