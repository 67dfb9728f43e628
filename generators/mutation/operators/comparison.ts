import { comparisons, isComparison } from "../../promql/operators.ts";
import { ofKind } from "../../promql/rewrite.ts";
import { type Mutation, type MutationOperator, withNodes } from "../operator.ts";

/** A comparison the other way round, and strict where it is not, or not strict where it is. */
export const comparison: MutationOperator = {
  mutate: (subject) =>
    ofKind("binary", subject.nodes).flatMap(({ node, path }) => {
      const { op } = node;
      if (!isComparison(op)) return [];
      const { flipped, otherAtEqual } = comparisons[op];
      const mutation = (id: string, other: typeof op): Mutation => ({
        id,
        what: `${op} → ${other}`,
        mutated: withNodes(subject, { node: { ...node, op: other }, path }),
      });
      const strictness = `comparison ${op.length === 1 ? "not strict" : "strict"}`;
      return [
        mutation("comparison flipped", flipped),
        ...(otherAtEqual === undefined ? [] : [mutation(strictness, otherAtEqual)]),
      ];
    }),
  toAdd: "set `limit` exactly to the threshold, and `firing` beyond it",
  toAddForRecording: "add an example in which the two sides are equal, and one in which they are not",
};
