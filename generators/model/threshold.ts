import type { Analysis } from "../promql/analysis.ts";
import type { Comparison } from "../promql/extraction.ts";
import type { Span } from "../promql/diagnostic.ts";
import { formatQuantity } from "../text/quantity.ts";
import type { Threshold } from "./rule-model.ts";

/**
 * The number by which a condition is told: that of the first comparison with a constant, which is the one whose value an
 * alert shows. A comparison within a function or an aggregation decides over what is counted, not over when it rings.
 */
export function thresholdOf({ comparisons, functions, aggregations }: Analysis): Threshold | undefined {
  const inner: readonly Span[] = [...functions, ...aggregations];
  const outer = comparisons.filter(
    (comparison) => !comparison.bool && !inner.some((span) => contains(span, comparison)),
  );
  const [first] = outer.flatMap(thresholdOfComparison);
  return first;
}

function thresholdOfComparison({ op, left, right }: Comparison): Threshold[] {
  const value = right.type.literal;
  if (value === undefined) return [];
  const { unit } = left.type;
  return [{ op, value, unit, text: formatQuantity(value, unit) }];
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
