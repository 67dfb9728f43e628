import type { AggregationNode } from "../tree.ts";
import { type AggregationName, isAggregationName } from "../aggregations.ts";
import { printPositional } from "../../text/go-number.ts";
import { forLabels } from "../once.ts";
import { quantileOf } from "./over-samples.ts";
import { keepLabels, seriesKey, type VectorElement, type ExpressionValue } from "./value.ts";

type Choice = Extract<AggregationName, "topk" | "bottomk">;

/** What becomes of the values of a group, and of the number that stands before them. */
const operations: Readonly<
  Record<
    Exclude<AggregationName, Choice | "count_values">,
    (values: readonly number[], argument: number) => number
  >
> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  avg: (values) => values.reduce((sum, value) => sum + value / values.length, 0),
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  group: () => 1,
  stdvar: variance,
  stddev: (values) => Math.sqrt(variance(values)),
  quantile: (values, argument) => quantileOf(argument, values),
};

/** Aggregations that give some of the series as they are: in which order they are taken. */
const choices: Readonly<Record<Choice, (a: VectorElement, b: VectorElement) => number>> = {
  topk: (a, b) => b.value - a.value,
  bottomk: (a, b) => a.value - b.value,
};

interface Group {
  readonly labels: VectorElement["labels"];
  readonly elements: VectorElement[];
}

/**
 * `sum by (instance) (…)`; undefined for what is none of Prometheus's.
 *
 * @param argument what stands before the series: a number, or the name of the label of `count_values`
 */
export function aggregate(
  node: AggregationNode,
  elements: readonly VectorElement[],
  argument: ExpressionValue | string | undefined,
): readonly VectorElement[] | undefined {
  const { name } = node;
  if (!isAggregationName(name)) return undefined;
  const groups = groupsOf(node, elements);
  if (name === "count_values") {
    return typeof argument === "string" ? groups.flatMap((group) => valuesIn(group, argument)) : undefined;
  }
  const number = typeof argument === "number" ? argument : NaN;
  if (name === "topk" || name === "bottomk")
    return groups.flatMap((group) => group.elements.sort(choices[name]).slice(0, Math.max(0, number)));
  return groups.map((group) => ({ labels: group.labels, value: operations[name](valuesOf(group), number) }));
}

function groupsOf(node: AggregationNode, elements: readonly VectorElement[]): Group[] {
  const groups = new Map<string, Group>();
  for (const element of elements) {
    const { key, labels } = groupOf(node, element.labels);
    const group = groups.get(key) ?? { labels, elements: [] };
    group.elements.push(element);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The group that a series with these labels belongs to. */
const groupOf = forLabels(({ by = [], without }: AggregationNode, all) => {
  const labels = without === undefined ? keepLabels(all, by, true) : keepLabels(all, without, false);
  return { key: seriesKey({ labels }), labels };
});

function valuesIn(group: Group, label: string): VectorElement[] {
  const values = valuesOf(group);
  return [...new Set(values)].map((value) => ({
    labels: { ...group.labels, [label]: printPositional(value) },
    value: values.filter((one) => one === value).length,
  }));
}

function valuesOf({ elements }: Group): number[] {
  return elements.map(({ value }) => value);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0);
}
