import { convert, dimensionOf, isScaledUnit } from "../../../generators/language/unit-scale.ts";
import type { ScaledUnit } from "../../../generators/language/unit.ts";
import { object, type Code } from "../../code/code.ts";
import { quantityCode } from "../../../generators/text/quantity-code.ts";
import type { Refused } from "../known-project.ts";
import type { NumberLevels } from "./levels.ts";

const form = /^(-?\d+(?:\.\d+)?)(%|[A-Za-z]+)?$/;

/** What may stand behind a number, and the unit that it is: `30m`, `10GiB`. */
const suffixes: Readonly<Record<string, ScaledUnit>> = {
  ...{ ms: "milliseconds", s: "seconds", m: "minutes", h: "hours", d: "days" },
  ...{ B: "bytes", kB: "kilobytes", KB: "kilobytes", MB: "megabytes", GB: "gigabytes" },
  ...{ KiB: "kibibytes", MiB: "mebibytes", GiB: "gibibytes" },
};

/** Whether somebody may write it as a threshold. */
export function isThreshold(text: string): boolean {
  const [, number, suffix] = form.exec(text) ?? [];
  return number !== undefined && (suffix === undefined || suffix === "%" || Object.hasOwn(suffixes, suffix));
}

/** The threshold as a number in the unit: `80%` of a ratio is 0.8, `30m` of seconds 1800. */
export function thresholdIn(unit: string, written: string): number | Refused {
  const suffix = suffixes[written.replace(/^[-\d.]+/, "")];
  return suffix === undefined ? plainOrShare(unit, written) : converted(unit, written, suffix);
}

function converted(unit: string, written: string, from: ScaledUnit): number | Refused {
  if (isScaledUnit(unit) && dimensionOf(unit) === dimensionOf(from))
    return convert(parseFloat(written), from, unit);
  const kind = dimensionOf(from) === "time" ? "a time" : "a size";
  return {
    refused: `${written} is ${kind}, and this is measured in ${unit}: write the number alone, in that unit.`,
  };
}

function plainOrShare(unit: string, written: string): number | Refused {
  const isShare = written.endsWith("%");
  const value = Number(written.replace("%", ""));
  if (!isShare) return value;
  if (unit === "percent") return value;
  if (unit === "ratio" || unit === "seconds/s") return value / 100;
  return {
    refused: `${written} is a share, and this is measured in ${unit}. For a share of another metric, name it with --of, or the rest of both with --beside.`,
  };
}

/** `{ ok: 90, limit: 45, firing: 44 }`, with the words that it needs. */
export function levelsCode(
  { ok, limit, firing }: NumberLevels,
  unit: string,
): { readonly code: Code; readonly words: readonly string[] } {
  const all = Object.entries(ok === limit ? { ok, firing } : { ok, limit, firing });
  const quantities = all.map(([key, value]) => ({ key, ...quantityCode(value, unit) }));
  return {
    code: object(
      "",
      quantities.map(({ key, code }) => ({ key, value: code })),
    ),
    words: quantities.flatMap(({ words }) => words),
  };
}

/** Whether values in the unit are whole: things that are counted. */
export function isWhole(unit: string): boolean {
  return quantityCode(7, unit).words.length === 0 && !["none", "timestamp"].includes(unit);
}
