import { promqlNumber } from "../../promql/literal.ts";
import { numberNode } from "../../promql/tree.ts";
import { type Mutation, type MutationOperator, numberTaken, withNodes } from "../operator.ts";

/** The quantiles that people ask for: one is easily taken for its neighbour. */
const usual = [0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

/** A quantile replaced by the next usual one, below and above. */
export const quantile: MutationOperator = {
  mutate: (subject) =>
    subject.nodes.flatMap(({ node, path }) => {
      const taken =
        node.kind === "call" || node.kind === "aggregation"
          ? numberTaken({ node, path }, "quantile")
          : undefined;
      if (!taken) return [];
      const below = usual.findLast((other) => other < taken.value);
      const above = usual.find((other) => other > taken.value);
      return [below, above].flatMap((other): Mutation[] => {
        if (other === undefined) return [];
        const [before, after] = [promqlNumber(taken.value), promqlNumber(other)];
        return [
          {
            id: `quantile ${before} to ${after}`,
            what: `quantile ${before} → ${after}`,
            mutated: withNodes(subject, { node: numberNode(other), path: taken.path }),
          },
        ];
      });
    }),
  toAdd:
    "choose a quantile in the scenario close to the threshold, so that its neighbours are on the other side",
  toAddForRecording: "add an example in which the neighbouring quantiles have different values",
};
