import { childrenOf } from "../promql/parse.ts";
import { type ExpressionSource, nodesNamed, textOf } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

const flipped: Readonly<Record<string, string>> = {
  ">": "<",
  "<": ">",
  ">=": "<=",
  "<=": ">=",
  "==": "!=",
  "!=": "==",
};

/** The same comparison where both sides are equal: with it, or without. */
const otherAtEqual: Readonly<Record<string, string>> = { ">": ">=", "<": "<=", ">=": ">", "<=": "<" };

/** Every comparison the other way round, and strict where it is not, or not strict where it is. */
export function comparisonEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "BinaryExpr").flatMap((node) => {
    const [, operator = node] = childrenOf(node);
    const op = textOf(source, operator);
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
      ...edit("comparison flipped", flipped[op]),
      ...edit(`comparison ${isStrict ? "not strict" : "strict"}`, otherAtEqual[op]),
    ];
  });
}
