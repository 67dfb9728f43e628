import { Gauge, Registry } from "prom-client";
import type { MetricDefinition } from "../../generators/language/metric-definition.ts";
import type { MetricModel } from "../../generators/model/model.ts";
import { partsOf, type SimulatedSeries } from "./series.ts";

/** The values of the lines of a series now; undefined when it is missing. */
export type ReadSeries = (series: SimulatedSeries) => readonly number[] | undefined;

/** What a target answers to a scrape. */
export interface MetricPage {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** A page of these metrics with their types and help, and of the series that are there at the moment. */
export function metricPage(
  metrics: readonly MetricModel[],
  series: readonly SimulatedSeries[],
  read: ReadSeries,
): MetricPage {
  const registry = new Registry();
  for (const { name, definition } of metrics) {
    const own = series.filter(({ metric }) => metric === name);
    register(registry, definition, () => linesOf(own, read));
  }
  return { contentType: registry.contentType, text: () => registry.metrics() };
}

/**
 * Registers a metric whose lines are asked for at each scrape.
 *
 * The classes of prom-client count by themselves, in whole observations; here the values are given, and so a metric of any
 * type is a gauge that says another type and its own lines.
 */
function register(registry: Registry, { name, help, type }: MetricDefinition, lines: () => Line[]): void {
  const metric = new Gauge({ name, help, registers: [registry] });
  Object.assign(metric, { get: async () => ({ name, help, type, aggregator: "first", values: lines() }) });
}

interface Line {
  readonly metricName: string;
  readonly labels: Record<string, string>;
  readonly value: number;
}

function linesOf(series: readonly SimulatedSeries[], read: ReadSeries): Line[] {
  return series.flatMap((one) => {
    const values = read(one);
    if (!values) return [];
    return partsOf(one).map(({ suffix, labels }, index) => ({
      metricName: one.metric + suffix,
      labels: { ...one.labels, ...labels },
      value: values[index] ?? 0,
    }));
  });
}
