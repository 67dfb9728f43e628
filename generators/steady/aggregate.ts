import type { AggregationNode } from "../language/expression/tree.ts";
import { keepLabels, type SteadyElement } from "./steady-value.ts";

const operations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  avg: (values) => values.reduce((sum, value) => sum + value / values.length, 0),
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  count: (values) => values.length,
  group: () => 1,
};

/** `sum by (instance) (…)`; undefined for what does more than these. */
export function aggregate(
  { name, args, by, without }: AggregationNode,
  elements: readonly SteadyElement[],
): readonly SteadyElement[] | undefined {
  const operation = operations[name];
  if (!operation || args.length !== 1) return undefined;
  const groups = new Map<string, { labels: SteadyElement["labels"]; values: number[] }>();
  for (const element of elements) {
    const labels =
      without === undefined
        ? keepLabels(element.labels, by ?? [], true)
        : keepLabels(element.labels, without, false);
    const key = JSON.stringify(Object.entries(labels).sort());
    const group = groups.get(key) ?? { labels, values: [] };
    group.values.push(element.value);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, values }) => ({ labels, value: operation(values) }));
}
