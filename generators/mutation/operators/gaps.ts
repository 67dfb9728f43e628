import { formatDuration } from "../../language/duration.ts";
import { holdingIn, isOverWith } from "../../promql/robust/gaps.ts";
import type { MutationOperator } from "../operator.ts";

/** Values that do not outlast a failed scrape, and values that stand for twice as long. */
export const gaps: MutationOperator = {
  mutate: ({ rule, robustBut }) => {
    const holding = holdingIn(rule.node, rule.deployed.gaps);
    const [first] = holding;
    if (!first) return [];
    const { toleranceMs } = first;
    return [
      {
        id: "gap tolerance removed",
        what: `values of the moment, and not the last ones of ${formatDuration(toleranceMs)}`,
        mutated: { ...rule, deployed: robustBut({ tolerance: 0 }) },
      },
      ...(isOverWith(rule.node, holding)
        ? [
            {
              id: "gap tolerance doubled",
              what: `last values for ${formatDuration(2 * toleranceMs)}, and not for ${formatDuration(toleranceMs)}`,
              mutated: { ...rule, deployed: robustBut({ tolerance: 2 }) },
            },
          ]
        : []),
      ...(rule.deployed.gaps.some(({ following }) => following)
        ? [
            {
              id: "last values beside new ones",
              what: "last values of series that have ended beside those that follow them",
              mutated: { ...rule, deployed: robustBut({ following: false }) },
            },
          ]
        : []),
    ];
  },
  toAdd:
    "give the series that it needs with holds() in the scenario, from which a failed scrape can be played",
};
