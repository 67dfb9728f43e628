import { formatDuration } from "../../language/duration.ts";
import { neededIn } from "../../promql/robust/gaps.ts";
import type { MutationOperator } from "../operator.ts";

/** Values that do not outlast a failed scrape, and values that stand for twice as long. */
export const gaps: MutationOperator = {
  mutate: ({ rule, robustBut }) => {
    const needed = new Set(neededIn(rule.node));
    // What only keeps it silent has nothing to hold: for one evaluation it is pending.
    const [first] = rule.deployed.gaps.filter(({ selector }) => needed.has(selector));
    if (!first) return [];
    const { toleranceMs } = first;
    return [
      {
        id: "gap tolerance removed",
        what: `values of the moment, and not the last ones of ${formatDuration(toleranceMs)}`,
        mutated: { ...rule, deployed: robustBut({ tolerance: 0 }) },
      },
      {
        id: "gap tolerance doubled",
        what: `last values for ${formatDuration(2 * toleranceMs)}, and not for ${formatDuration(toleranceMs)}`,
        mutated: { ...rule, deployed: robustBut({ tolerance: 2 }) },
      },
    ];
  },
  toAdd:
    "give the series that it needs with holds() in the scenario, from which a failed scrape can be played",
};
