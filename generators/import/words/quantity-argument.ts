import { convert, dimensionOf, isScaledUnit, scaledUnits } from "../../language/unit-scale.ts";
import { quantityCode } from "../../text/quantity-code.ts";
import { amountIn, amountOf } from "../../language/quantity.ts";
import * as quantities from "../../language/quantity.ts";
import type { ScaledUnit } from "../../language/unit.ts";
import type { WordArgument } from "./word-code.ts";

/**
 * A number in a unit as a threshold is written: `percent(5)`, `gib(12)`, or the number itself where the unit has no scale. Undefined where no
 * word says it, as of a point in time.
 */
export function quantityArgument(value: number, unit: string): WordArgument | undefined {
  if (!isScaledUnit(unit)) return { kind: "number", value };
  if (dimensionOf(unit) === "timestamp" && value !== 0) return undefined;
  const shared = quantityCode(value, unit);
  const found = [shared, ...otherWays(value, unit)].find(({ code }) => valueOf(code, unit) === value);
  return found && { kind: "quantity", ...found };
}

/** In the plain words of the dimension, where no shorter one gives the same number to the last digit. */
function otherWays(value: number, unit: ScaledUnit) {
  return plainWords[dimensionOf(unit) ?? "timestamp"].map((word) => ({
    code: `${word}(${value})`,
    words: [word],
  }));
}

const plainWords = {
  time: ["seconds", "ms", "minutes", "hours", "days"],
  data: ["bytes", "kilobytes", "megabytes", "kib", "mib"],
  "data rate": ["bytesPerSecond"],
  ratio: ["factor", "percent"],
  timestamp: [],
} as const;

/** What a word gives in a unit; undefined of what is none. */
function valueOf(code: string, unit: ScaledUnit): number | undefined {
  const [, word, number] = /^(\w+)\((.*)\)$/.exec(code) ?? [];
  if (word === undefined) return Number(code);
  const make: unknown = Object.entries(quantities).find(([name]) => name === word)?.[1];
  if (typeof make !== "function") return undefined;
  const made: unknown = make(Number(number));
  const amount = amountOf(made);
  return amount && amountIn(amount, unit).value;
}

/** The unit that a value has in which a calculation with a number only says it otherwise: bytes / 1048576 are mebibytes. */
export function convertedUnit(op: string, from: string, by: number): ScaledUnit | undefined {
  if (!isScaledUnit(from)) return undefined;
  return scaledUnits.find((to) => {
    if (to === from || dimensionOf(to) !== dimensionOf(from)) return false;
    const shrink = convert(1, to, from);
    return shrink > 1
      ? op === "/" && shrink === by
      : op === "*" && convert(1, from, to) === by && shrink !== 1;
  });
}
