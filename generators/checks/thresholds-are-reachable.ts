import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { Interval, Series } from "../promql/catalogue.ts";
import type { Bound } from "../promql/expression-type.ts";
import type { Comparison } from "../promql/extraction.ts";
import { formatQuantity } from "../text/quantity.ts";
import { rulesOf } from "./expressions-of.ts";

/** What keeps a value within its limits, in words that follow "because". */
interface Limits extends Interval {
  readonly because: string;
}

/** A threshold lies within what the value can be: beyond it the rule never rings, or always. */
export const thresholdsAreReachable: Check = {
  id: "thresholds-are-reachable",
  *find(model: Model): Iterable<Finding> {
    for (const { definition, place, name, analysis } of rulesOf(model)) {
      for (const comparison of analysis.comparisons) {
        const { bound, unit } = comparison.left.type;
        const limits = bound && limitsOf(bound, unit);
        const threshold = comparison.right.type.literal;
        if (!limits || threshold === undefined || comparison.bool) continue;
        const never = !canHold(comparison.op, threshold, limits);
        if (!never && canHold(opposite[comparison.op], threshold, limits)) continue;
        yield {
          definition,
          place,
          message: `${name} ${never ? "can never" : "always does"} hold: it asks for a value ${comparison.op} ${formatQuantity(threshold, unit)}, but ${limits.because}`,
          mend: `ask for a value between ${formatQuantity(limits.min, unit)} and ${formatQuantity(limits.max, unit)}`,
        };
      }
    }
  },
};

const opposite: Readonly<Record<Comparison["op"], Comparison["op"]>> = {
  ">": "<=",
  "<=": ">",
  "<": ">=",
  ">=": "<",
  "==": "!=",
  "!=": "==",
};

function canHold(op: Comparison["op"], threshold: number, { min, max }: Interval): boolean {
  switch (op) {
    case ">":
      return max > threshold;
    case ">=":
      return max >= threshold;
    case "<":
      return min < threshold;
    case "<=":
      return min <= threshold;
    case "==":
      return min <= threshold && threshold <= max;
    case "!=":
      return min !== threshold || max !== threshold;
  }
}

function limitsOf(bound: Bound, unit: string): Limits | undefined {
  switch (bound.kind) {
    case "interval":
      return {
        ...bound,
        because: `it lies between ${formatQuantity(bound.min, unit)} and ${formatQuantity(bound.max, unit)}`,
      };
    case "buckets":
      return bucketLimits(bound.series, unit);
    case "series":
      return seriesLimits(bound.series, unit);
  }
}

/** A quantile is never above the highest finite bucket: what is above counts as lying there. */
function bucketLimits(series: readonly Series[], unit: string): Limits | undefined {
  const bounds = series.flatMap(({ labels }) => {
    const le = labels.get("le");
    return Array.isArray(le) ? le.map(Number).filter(Number.isFinite) : [];
  });
  if (bounds.length === 0) return undefined;
  const max = Math.max(...bounds);
  const name = series[0]?.metric ?? "";
  return {
    min: Math.min(0, ...bounds),
    max,
    because: `the highest bucket of ${name} is ${formatQuantity(max, unit)}`,
  };
}

function seriesLimits(series: readonly Series[], unit: string): Limits | undefined {
  const intervals = series.flatMap(({ interval }) => interval ?? []);
  if (intervals.length === 0 || intervals.length < series.length) return undefined;
  const min = Math.min(...intervals.map((interval) => interval.min));
  const max = Math.max(...intervals.map((interval) => interval.max));
  const name = series[0]?.name ?? "";
  return {
    min,
    max,
    because: `${name} lies between ${formatQuantity(min, unit)} and ${formatQuantity(max, unit)}`,
  };
}
