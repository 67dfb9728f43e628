import { boundSpellings } from "../language/expression/selector.ts";
import { type LabelSpecs, storedLabels } from "../language/label.ts";
import type { MetricDefinition } from "../language/metric-definition.ts";
import { type MetricGroup, metricGroupOf } from "../language/metric.ts";
import type { Service } from "../language/service.ts";
import type { Interval, CatalogueSeries, Statistic } from "../promql/series.ts";
import type { MetricModel } from "./model.ts";
import { comparePlace } from "../text/order.ts";

/** The metrics that a service declares, as they stand in its files. */
export function resolveMetrics(service: Service): MetricModel[] {
  const groups = Object.values(service.metrics).flatMap((value) => metricGroupOf(value) ?? []);
  return groups.flatMap((group) => resolveGroup(group, service.name)).sort(comparePlace);
}

/** The metrics of one call of `metrics()`. */
export function resolveGroup({ source, labels, metrics }: MetricGroup, service: string): MetricModel[] {
  const job = source?.job;
  return metrics.map((definition) => ({
    name: definition.name,
    job,
    service,
    definition,
    series: seriesOf(definition, job, labels).map((one) => ({
      ...one,
      keys: keysOf(definition, one),
      ofTarget: Object.keys(labels),
    })),
    place: definition.place,
  }));
}

/** The labels that tell the series of one name apart; of a histogram there is one for each bucket, too. */
function keysOf({ onePer, labels: own }: MetricDefinition, { labels }: CatalogueSeries) {
  const ofParts = ["le", "quantile"].filter((label) => labels.has(label) && !Object.hasOwn(own, label));
  return onePer && [[...onePer, ...ofParts]];
}

/** The names that can be selected: a histogram has three, a summary too. */
function seriesOf(
  definition: MetricDefinition,
  job: string | undefined,
  common: LabelSpecs,
): CatalogueSeries[] {
  const { name, type, unit, help, buckets = [], quantiles = [] } = definition;
  const labels = storedLabels(common, definition.labels);
  const one = (
    series: Pick<CatalogueSeries, "name" | "type" | "unit" | "observed" | "interval" | "statistics">,
    extra: LabelSpecs = {},
  ): CatalogueSeries => ({
    ...series,
    labels: new Map(Object.entries({ ...labels, ...extra })),
    metric: name,
    job,
    help,
  });
  const sum = one({ name: `${name}_sum`, type: "counter", unit });
  const count = one({ name: `${name}_count`, type: "counter", unit: "count" });
  switch (type) {
    case "counter":
      return [one({ name, type, unit })];
    case "gauge":
      return [one({ name, type, unit, interval: intervals[unit], statistics: statisticsOf(definition) })];
    case "histogram": {
      const le = [...buckets.map(String), "+Inf"].flatMap(boundSpellings);
      return [
        one({ name: `${name}_bucket`, type: "bucket", unit: "count", observed: unit }, { le }),
        sum,
        count,
      ];
    }
    case "summary": {
      const quantile = quantiles.map(String).flatMap(boundSpellings);
      const statistics: Statistic[] = [{ metric: name, what: "quantile" }];
      const values = one({ name, type: "gauge", unit, statistics }, { quantile });
      return [...(quantiles.length === 0 ? [] : [values]), sum, count];
    }
  }
}

function statisticsOf({ name, computed }: MetricDefinition): Statistic[] | undefined {
  return computed && [{ metric: name, what: computed }];
}

/** Limits that no sample of such a unit leaves. */
const intervals: Readonly<Record<string, Interval>> = {
  ratio: { min: 0, max: 1 },
  percent: { min: 0, max: 100 },
  bool: { min: 0, max: 1 },
};
