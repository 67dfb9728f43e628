import type { MutationOperator } from "../operator.ts";
import { addedLabels } from "./added-labels.ts";
import { aggregation } from "./aggregation.ts";
import { births } from "./births.ts";
import { branch } from "./branch.ts";
import { comparison } from "./comparison.ts";
import { forDuration } from "./for.ts";
import { gaps } from "./gaps.ts";
import { grouping } from "./grouping.ts";
import { horizon } from "./horizon.ts";
import { keepFiringFor } from "./keep-firing-for.ts";
import { matcher } from "./matcher.ts";
import { quantile } from "./quantile.ts";
import { resolvesAt } from "./resolves-at.ts";
import { severity } from "./severity.ts";
import { threshold } from "./threshold.ts";
import { window } from "./window.ts";

/** Every kind of mistake that is tried, in the order in which mutants are listed. */
export const mutationOperators = {
  threshold,
  comparison,
  matcher,
  branch,
  window,
  horizon,
  grouping,
  aggregation,
  quantile,
  births,
  gaps,
  addedLabels,
  for: forDuration,
  keepFiringFor,
  resolvesAt,
  severity,
} as const satisfies Readonly<Record<string, MutationOperator>>;

export type OperatorName = keyof typeof mutationOperators;
