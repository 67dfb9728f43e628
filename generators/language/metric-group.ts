import { isExpression, stateOf, type MetricReference } from "./expression/expression.ts";
import type { LabelSpecs } from "./label.ts";
import type { MetricDefinition } from "./metric-definition.ts";
import type { Source } from "./source.ts";

/** The metrics that one call of `metrics()` declared. */
export interface MetricGroup {
  /** The scrape job they come from; undefined when they were declared with labels only. */
  readonly source: Source | undefined;
  /** The labels that every one of them carries. */
  readonly labels: LabelSpecs;
  readonly metrics: readonly MetricDefinition[];
}

const groupKey = Symbol("metrics of a group");
const referenceKey = Symbol("metric of a handle");

/** The definitions behind what `metrics()` returned; undefined when `value` is something else. */
export function metricGroupOf(value: unknown): MetricGroup | undefined {
  // What stands under a key that only this file has is what carryGroup() put there.
  return carriedBy(value, groupKey) as MetricGroup | undefined;
}

/**
 * The metric or recording that a handle selects, by name and labels; undefined when `value` is something else.
 *
 * A handle that was narrowed by `where()` still selects its metric; the result of a function or an operator does not.
 */
export function metricOf(value: unknown): MetricReference | undefined {
  if (isExpression(value)) return stateOf(value).metric;
  return carriedBy(value, referenceKey) as MetricReference | undefined;
}

/** `handles` with the group they belong to, where nobody who lists their names sees it. */
export function carryGroup<T extends object>(handles: T, group: MetricGroup): T {
  return Object.freeze(Object.defineProperty(handles, groupKey, { value: Object.freeze(group) }));
}

/** A handle of several series, such as a histogram, with the metric it stands for. */
export function carryReference<T extends object>(handle: T, metric: MetricReference): T {
  return Object.freeze(Object.defineProperty(handle, referenceKey, { value: Object.freeze(metric) }));
}

function carriedBy(value: unknown, key: symbol): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
