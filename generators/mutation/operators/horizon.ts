import { promqlNumber } from "../../promql/literal.ts";
import { ofKind } from "../../promql/rewrite.ts";
import { numberNode } from "../../promql/tree.ts";
import { halfAndTwice, type MutationOperator, numberTaken, withNodes } from "../operator.ts";

/** How far a prediction looks ahead: half as far, twice as far. */
export const horizon: MutationOperator = {
  mutate: (subject) =>
    ofKind("call", subject.nodes).flatMap((call) => {
      const ahead = numberTaken(call, "seconds ahead");
      if (!ahead) return [];
      const { value, path } = ahead;
      return halfAndTwice.map(({ variant, factor }) => ({
        id: `horizon ${variant}`,
        what: `${call.node.name} ${promqlNumber(value)} s → ${promqlNumber(value * factor)} s ahead`,
        mutated: withNodes(subject, { node: numberNode(value * factor), path }),
      }));
    }),
  toAdd:
    "add a scenario that fires later, or not at all, when the prediction looks half or twice as far ahead",
  toAddForRecording: "add an example whose series changes its slope",
};
