import { formatDuration } from "../../language/duration.ts";
import { durationVariants, type MutationOperator } from "../operator.ts";

/** `for` halved, doubled and left out. */
export const forDuration: MutationOperator = {
  mutate: ({ rule }) => {
    if (rule.kind !== "alert") return [];
    return durationVariants(rule.forMs).map(({ variant, ms }) => ({
      id: `for ${variant}`,
      what: ms === 0 ? `for ${rule.for} removed` : `for ${rule.for} → ${formatDuration(ms)}`,
      mutated: { ...rule, for: formatDuration(ms), forMs: ms },
    }));
  },
  toAdd:
    "make the series go from ok to firing at once, so that the test can check just before and just after `for`",
};
