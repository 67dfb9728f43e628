import { formatDuration } from "../../language/duration.ts";
import { signedDurationInMs } from "../../promql/literal.ts";
import { halfAndTwice, type Mutation, type MutationOperator, withNodes } from "../operator.ts";

/** A window, of a range or of a subquery: half as long, twice as long. */
export const window: MutationOperator = {
  mutate: (subject) =>
    subject.nodes.flatMap(({ node, path }) => {
      if (node.kind !== "range" && node.kind !== "subquery") return [];
      const ms = signedDurationInMs(node.range) ?? 0;
      return halfAndTwice.flatMap(({ variant, factor }): Mutation[] => {
        const changedMs = ms * factor;
        if (!Number.isInteger(changedMs) || changedMs <= 0) return [];
        const range = formatDuration(changedMs);
        return [
          {
            id: `window ${node.range} ${variant}`,
            what: `window ${node.range} → ${range}`,
            mutated: withNodes(subject, { node: { ...node, range }, path }),
          },
        ];
      });
    }),
  toAdd: "make a series change within the window, so that a longer or shorter window gives a different value",
};
