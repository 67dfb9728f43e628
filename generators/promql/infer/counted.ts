import { aggregationNamed } from "../aggregations.ts";
import { functionNamed } from "../functions.ts";
import { isArithmetic, isSetOperator, sets } from "../operators.ts";
import type { BinaryNode } from "../tree.ts";
import type { Surroundings } from "./inference.ts";

// What counts how many series there are asks for no value: below it a counter may be added up as it is.

/** What the series of an aggregation stand in. */
export function inAggregation(around: Surroundings, name: string): Surroundings {
  const row = aggregationNamed(name);
  const asksForNone = row?.labels === "grouped" && (row.values === "number" || row.values === "one");
  // Which are chosen, and what count_values() names them, depends on their values.
  const isCounted = asksForNone || (row?.labels === "grouped" && around.isCounted === true);
  return { ...around, function: undefined, isCounted };
}

/** What the arguments of a function stand in. */
export function inCall(around: Surroundings, name: string): Surroundings {
  const row = functionNamed(name);
  const keepsSeries = row?.labels === "kept" || row?.labels === "rewritten";
  const isCounted = row?.labels === "asked for" || (keepsSeries && around.isCounted === true);
  return { ...around, function: name, isCounted };
}

/** What the sides of an operator stand in. */
export function inBinary(
  around: Surroundings,
  { op }: Pick<BinaryNode, "op">,
  side: "left" | "right",
): Surroundings {
  const isOnlyAsked = isSetOperator(op) && sets[op].takes === "left" && side === "right";
  // A comparison chooses by the values.
  const keepsSeries = isArithmetic(op) || isSetOperator(op);
  const isCounted = isOnlyAsked || (keepsSeries && around.isCounted === true);
  return { ...around, function: undefined, isCounted };
}
