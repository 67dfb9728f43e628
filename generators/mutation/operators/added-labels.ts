import type { MutationOperator } from "../operator.ts";

/** What is recorded joined as it is with what is not: with a label that a ruler adds to it, nothing matches any more. */
export const addedLabels: MutationOperator = {
  mutate: ({ rule, robustBut }) => {
    const deployed = robustBut({ labels: false });
    if (deployed.expr === rule.deployed.expr) return [];
    return [
      {
        id: "aggregation to known labels dropped",
        what: "what is recorded with whatever label a ruler adds to it",
        mutated: { ...rule, deployed },
      },
    ];
  },
  toAdd: "give the recordings that it reads levels at which it fires, and others at which it does not",
  toAddForRecording: "add an example in which its value is not 0",
};
