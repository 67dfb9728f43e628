import { constantComparison } from "../model/threshold.ts";
import { promqlNumber } from "../promql/literal.ts";
import { formatQuantity } from "../text/quantity.ts";
import type { ExpressionSource } from "./expression-source.ts";
import type { Edit } from "./mutant.ts";

/** The number of every comparison with a number: a tenth more, a tenth less, twice as much. */
export function thresholdEdits({ analysis }: ExpressionSource): Edit[] {
  return analysis.comparisons.flatMap((comparison) => {
    const constant = constantComparison(comparison);
    if (!constant) return [];
    const { left, right } = comparison;
    const { from, to } = left.type.literal === undefined ? right : left;
    const { unit } = constant.values.type;
    return changed(constant.constant).map(({ variant, value }) => ({
      operator: "threshold",
      id: `threshold ${variant}`,
      what: `threshold ${formatQuantity(constant.constant, unit)} → ${formatQuantity(value, unit)}`,
      replacements: [{ from, to, text: promqlNumber(value) }],
    }));
  });
}

function changed(value: number): { readonly variant: string; readonly value: number }[] {
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
