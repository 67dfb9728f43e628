import type { OrderRule } from "../rule.ts";
import { absences } from "./absences.ts";
import { aggregates, quantilesOfSeries } from "./aggregates.ts";
import { factors, negations, ratios, sameNumbers, shifts, sums } from "./arithmetics.ts";
import { comparedSeries, conditions, thresholds } from "./comparisons.ts";
import { bounds, constants, numberFunctions, quantiles, sameSamples } from "./functions.ts";
import { scales } from "./scales.ts";
import { selections } from "./selections.ts";
import { empties } from "./empties.ts";
import { sidesAlike } from "./sides.ts";
import { branches, exclusions, finerMatching, guards, intersections, unions } from "./sets.ts";
import { longerWindows, sameWindows, subqueries } from "./windows.ts";

/** All ways to tell how two expressions are related. Each is right by itself; where several speak, what says most counts. */
export const orderRules: readonly OrderRule[] = [
  selections,
  sameWindows,
  longerWindows,
  subqueries,
  numberFunctions,
  sameSamples,
  bounds,
  quantiles,
  constants,
  absences,
  thresholds,
  scales,
  comparedSeries,
  conditions,
  intersections,
  exclusions,
  finerMatching,
  sidesAlike,
  empties,
  unions,
  branches,
  guards,
  aggregates,
  quantilesOfSeries,
  negations,
  shifts,
  factors,
  sameNumbers,
  sums,
  ratios,
];
