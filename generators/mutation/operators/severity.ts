import type { MutationOperator } from "../operator.ts";

/** The next severity of the platform; of the mildest, the one before it. */
export const severity: MutationOperator = {
  mutate: ({ rule, severities }) => {
    if (rule.kind !== "alert") return [];
    const byRank = severities.toSorted((a, b) => a.rank - b.rank);
    const { name, rank } = rule.severity;
    const next = byRank.find((other) => other.rank > rank) ?? byRank.findLast((other) => other.rank < rank);
    if (!next) return [];
    return [
      {
        id: `severity ${name} to ${next.name}`,
        what: `severity ${name} → ${next.name}`,
        mutated: { ...rule, severity: next, labels: { ...rule.labels, severity: next.name } },
      },
    ];
  },
  toAdd: "nothing: the tests compare all labels, so find out why the alert does not fire in them at all",
};
