import type { StatisticRule, ValueRule, Parameter } from "./function-row.ts";
import type { UnitRule } from "./result-unit.ts";

/** What is known about an aggregation of PromQL; whatever treats aggregations differently reads it here. */
export interface AggregationRow {
  /** What stands before the series. */
  readonly parameter?: Parameter;
  readonly unit: UnitRule;
  /** Those that it groups by, all of them, or the first with the one that `count_values` adds. */
  readonly labels: "grouped" | "kept" | "counted";
  readonly values: ValueRule;
  readonly statistics: StatisticRule;
  /** It does not add up what counters counted since some start of their process. */
  readonly fitsRawCounters?: true;
  /** Of what only grows: of a part it is never more than of the whole. */
  readonly addsUp?: true;
  /** It does the same to each bucket of a histogram, so that they stay buckets. */
  readonly buckets?: "stay";
}

const usual = { unit: "same", labels: "grouped", values: "own", statistics: "merged" } as const;
const counting = { statistics: "fact", fitsRawCounters: true } as const;
const choosing = {
  parameter: "scalar",
  labels: "kept",
  values: "samples",
  statistics: "kept",
  fitsRawCounters: true,
} as const;

/** The aggregations that every Prometheus from 3.5 on has without a feature flag. */
export const aggregations = {
  avg: { ...usual, values: "picked", buckets: "stay" },
  bottomk: { ...usual, ...choosing },
  count: { ...usual, ...counting, unit: "count", values: "number" },
  count_values: {
    ...usual,
    ...counting,
    parameter: "string",
    unit: "count",
    labels: "counted",
    values: "number",
  },
  group: { ...usual, ...counting, unit: "bool", values: "one" },
  max: { ...usual, values: "picked", statistics: "kept" },
  min: { ...usual, values: "picked", statistics: "kept" },
  quantile: { ...usual, parameter: "quantile", values: "picked" },
  stddev: usual,
  stdvar: { ...usual, unit: "none" },
  sum: { ...usual, addsUp: true, buckets: "stay" },
  topk: { ...usual, ...choosing },
} as const satisfies Readonly<Record<string, AggregationRow>>;

export type AggregationName = keyof typeof aggregations;

/** What is known about the aggregation of this name; undefined for what is none, or not yet one. */
export function aggregationNamed(name: string): AggregationRow | undefined {
  return isAggregationName(name) ? aggregations[name] : undefined;
}

export function isAggregationName(name: string): name is AggregationName {
  return Object.hasOwn(aggregations, name);
}
