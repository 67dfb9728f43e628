import { aggregating } from "../../language/expression/aggregating.ts";
import { dating } from "../../language/expression/dating.ts";
import { transforming } from "../../language/expression/functions.ts";
import { ofBuckets } from "../../language/expression/histogram.ts";
import { relabelling } from "../../language/expression/relabelling.ts";
import { selecting } from "../../language/expression/selector.ts";
import { overTime, trending } from "../../language/expression/over-time.ts";
import { ofCounters } from "../../language/expression/series.ts";
import { Unsayable } from "./said.ts";

/**
 * The method that a function or an aggregation is in the language: its name in camelCase, as all methods are called. There is no list
 * of them here: what the language learns can be imported from then on.
 */
export function methodOf(name: string, ending = ""): string {
  const method = [name, ending].join("_").replace(/_+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  if (Object.values(homes).some((home) => method in home)) return method;
  throw new Unsayable(ending === "" ? "function" : "aggregation", `${name}()`);
}

/** Where the methods stand, by what has them. */
const homes = {
  vectors: { ...aggregating, ...transforming, ...dating, ...relabelling, ...overTime, ...trending },
  counters: ofCounters,
  selectors: selecting,
  buckets: ofBuckets,
} as const;

/** Whether it is a method of these. */
export function hasMethod(home: keyof typeof homes, method: string): boolean {
  return method in homes[home];
}
