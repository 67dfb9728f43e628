import { isComparison } from "../../promql/operators.ts";
import { ofKind } from "../../promql/rewrite.ts";
import { numberNode } from "../../promql/tree.ts";
import { formatQuantity } from "../../text/quantity.ts";
import { type Mutation, type MutationOperator, type MutationSubject, withNodes } from "../operator.ts";

/** The number of a comparison with a number: a tenth more, a tenth less, twice as much. */
export const threshold: MutationOperator = {
  mutate: (subject) =>
    ofKind("binary", subject.nodes).flatMap(({ node: { op, left, right }, path }): Mutation[] => {
      if (!isComparison(op)) return [];
      const [first, second] = [subject.typeOf(left), subject.typeOf(right)];
      const { literal: onLeft } = first;
      const { literal: onRight } = second;
      if (onLeft === undefined && onRight !== undefined)
        return changed(subject, [...path, 1], onRight, first.unit);
      if (onLeft !== undefined && onRight === undefined)
        return changed(subject, [...path, 0], onLeft, second.unit);
      return [];
    }),
  toAdd:
    "give the scenario a level between the two thresholds, on the side where the alert behaves differently",
  toAddForRecording: "add an example in which the compared value lies between the two thresholds",
};

function changed(subject: MutationSubject, path: readonly number[], value: number, unit: string): Mutation[] {
  return variantsOf(value).map((other) => ({
    id: `threshold ${other.variant}`,
    what: `threshold ${formatQuantity(value, unit)} → ${formatQuantity(other.value, unit)}`,
    mutated: withNodes(subject, { node: numberNode(other.value), path }),
  }));
}

function variantsOf(value: number): { readonly variant: string; readonly value: number }[] {
  // A tenth of nothing is nothing.
  if (value === 0) return [{ variant: "0 to 1", value: 1 }];
  return [
    { variant: "+10%", value: rounded(value * 1.1) },
    { variant: "-10%", value: rounded(value * 0.9) },
    { variant: "doubled", value: rounded(value * 2) },
  ];
}

/** Without the noise of binary floating point: 45 × 1.1 is 49.50000000000001. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
