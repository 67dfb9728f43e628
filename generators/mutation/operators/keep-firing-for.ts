import { durationInMs, formatDuration } from "../../language/duration.ts";
import { durationVariants, type MutationOperator } from "../operator.ts";

/** `keepFiringFor` halved, doubled and left out. */
export const keepFiringFor: MutationOperator = {
  mutate: ({ rule }) => {
    if (rule.kind !== "alert") return [];
    const { keepFiringFor: kept = "0s" } = rule;
    return durationVariants(durationInMs(kept) ?? 0).map(({ variant, ms }) => ({
      id: `keepFiringFor ${variant}`,
      what: `keepFiringFor ${kept} ${ms === 0 ? "removed" : `→ ${formatDuration(ms)}`}`,
      mutated: { ...rule, keepFiringFor: ms === 0 ? undefined : formatDuration(ms) },
    }));
  },
  toAdd:
    "make the series recover at once, so that the test can check just before and just after the alert resolves",
};
