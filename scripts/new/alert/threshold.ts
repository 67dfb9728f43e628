import { object, type Code } from "../../code/code.ts";
import { quantityCode } from "../../code/quantity-code.ts";
import type { Refused } from "../known-project.ts";
import type { NumberLevels } from "./levels.ts";

/** The threshold as a number in the unit: `80%` of a ratio is 0.8. */
export function thresholdIn(unit: string, written: string): number | Refused {
  const isShare = written.endsWith("%");
  const value = Number(written.replace("%", ""));
  if (!isShare) return value;
  if (unit === "percent") return value;
  if (unit === "ratio" || unit === "seconds/s") return value / 100;
  return {
    refused: `${written} is a share, and this is measured in ${unit}. For a share of another metric, name it with --of.`,
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
