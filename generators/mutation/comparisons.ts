import { comparisons, isComparison } from "../promql/operators.ts";
import { childrenOf } from "../promql/parse.ts";
import { type ExpressionSource, nodesNamed, textOf } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

/** Every comparison the other way round, and strict where it is not, or not strict where it is. */
export function comparisonEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "BinaryExpr").flatMap((node) => {
    const [, operator = node] = childrenOf(node);
    const op = textOf(source, operator);
    if (!isComparison(op)) return [];
    const edit = (id: string, text: string | undefined): Edit[] =>
      text === undefined
        ? []
        : [
            {
              operator: "comparison",
              id,
              what: `${op} → ${text}`,
              replacements: [{ from: operator.from, to: operator.to, text }],
            },
          ];
    const isStrict = op.length === 1;
    return [
      ...edit("comparison flipped", comparisons[op].flipped),
      ...edit(`comparison ${isStrict ? "not strict" : "strict"}`, comparisons[op].otherAtEqual),
    ];
  });
}
