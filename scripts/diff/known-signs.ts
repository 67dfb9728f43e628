import { existsSync, readFileSync } from "node:fs";
import { type KnownSigns, noSigns } from "../../generators/review/order/known-signs.ts";
import type { Family } from "../../generators/exposition/exposition.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";

/** What a saved answer of `/metrics` says of signs, or what is wrong with it. */
export function knownSignsIn(
  path: string | undefined,
): { readonly signs: KnownSigns } | { readonly complaint: string } {
  if (path === undefined) return { signs: noSigns };
  if (!existsSync(path)) return { complaint: `There is no file ${path}.` };
  const read = readExposition(readFileSync(path, "utf8"));
  if ("unreadable" in read) {
    const { line, reason } = read.unreadable;
    return { complaint: `${path}:${line} is no line of an exposition: ${reason}.` };
  }
  const samples = read.families.flatMap((family) => family.samples);
  return {
    signs: {
      neverNegative: new Set(read.families.flatMap(countedOf)),
      negative: new Set(samples.filter(({ value }) => value < 0).map(({ name }) => name)),
    },
  };
}

/** The series of a family that count something. */
function countedOf({ name, type }: Family): string[] {
  switch (type) {
    case "counter":
    case "info":
    case "stateset":
      return [name];
    case "histogram":
      return [`${name}_bucket`, `${name}_count`];
    case "summary":
      return [`${name}_count`];
    case "gauge":
    case "gaugehistogram":
    case "untyped":
    case "unknown":
      return [];
  }
}
