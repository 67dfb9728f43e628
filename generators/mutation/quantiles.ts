import { numberOrDuration } from "../promql/number-literal.ts";
import { promqlNumber } from "../promql/literal.ts";
import { argumentTaken, type ExpressionSource, nodesNamed, textOf } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

/** The quantiles that people ask for: one is easily taken for its neighbour. */
const usual = [0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

/** Every quantile replaced by the next usual one, below and above. */
export function quantileEdits(source: ExpressionSource): Edit[] {
  return nodesNamed(source, "FunctionCall", "AggregateExpr").flatMap((call) => {
    const first = argumentTaken(source, call, "quantile");
    const quantile = first && numberOrDuration(textOf(source, first));
    if (!first || quantile === undefined) return [];
    const below = usual.findLast((other) => other < quantile);
    const above = usual.find((other) => other > quantile);
    return [below, above].flatMap((other): Edit[] => {
      if (other === undefined) return [];
      const [before, text] = [promqlNumber(quantile), promqlNumber(other)];
      const what = `quantile ${before} → ${text}`;
      return [
        {
          operator: "quantile",
          id: `quantile ${before} to ${text}`,
          what,
          replacements: [{ from: first.from, to: first.to, text }],
        },
      ];
    });
  });
}
