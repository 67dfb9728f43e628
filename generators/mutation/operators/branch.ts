import { isSetOperator } from "../../promql/operators.ts";
import { printPromql } from "../../promql/print.ts";
import { ofKind } from "../../promql/rewrite.ts";
import type { Node } from "../../promql/tree.ts";
import { type Mutation, type MutationOperator, withNodes } from "../operator.ts";

/** Either side of an `and`, `or` or `unless` left out, so that the other stands alone. */
export const branch: MutationOperator = {
  mutate: (subject) =>
    ofKind("binary", subject.nodes).flatMap(({ node: { op, left, right }, path }) => {
      if (!isSetOperator(op)) return [];
      const mutation = (side: string, dropped: Node, kept: Node): Mutation => ({
        id: `${side} of ${op} dropped`,
        what: `${side} of ${op} dropped: ${printPromql(dropped)}`,
        mutated: withNodes(subject, { node: kept, path }),
      });
      return [mutation("left", left, right), mutation("right", right, left)];
    }),
  toAdd: "add a scenario that this branch alone decides",
  toAddForRecording: "add an example in which this branch alone has a value",
};
