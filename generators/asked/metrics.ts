import type { LabelSpec } from "../language/label.ts";
import type { MetricType } from "../language/metric-definition.ts";
import { metricKey } from "../model/metrics-behind.ts";
import type { MetricModel, Model } from "../model/model.ts";
import { usesIn, type Uses } from "../model/uses.ts";
import { told, type EntriesOf, type Facts } from "./entry.ts";
import { readBy, readersText } from "./resting.ts";

export const metrics: EntriesOf = (model) => {
  const usesOf = usesIn(model);
  return model.metrics.map((metric) => {
    const { name, job, service, place, definition } = metric;
    const key = metricKey(job, name);
    return {
      name,
      service,
      place,
      row: {
        job: job ?? "",
        type: definition.type,
        unit: definition.unit,
        "read by": readersText(usesOf(key)),
      },
      facts: () => factsOf(metric, usesOf(key), model),
    };
  });
};

function factsOf({ job, definition, series }: MetricModel, uses: Uses, { jobs }: Model): Facts {
  const { help, type, unit, buckets = [], quantiles = [], computed, comesAndGoes, onePer } = definition;
  const labels = new Map(
    series.flatMap((one) => [...one.labels].filter(([label]) => !isPartOf(type, label))),
  );
  const exporting = jobs.find(({ name }) => name === job);
  return told({
    help,
    type,
    unit,
    "computed by its program": computed,
    "series names": series.map(({ name }) => name),
    labels: [...labels].map(([label, spec]) => `${label}: ${valuesText(spec)}`),
    "one series per": onePer?.join(", "),
    "buckets up to": buckets.map(String),
    quantiles: quantiles.map(String),
    job: exporting && `${exporting.name}, scraped every ${exporting.every}`,
    "may be missing": comesAndGoes,
    unused: definition.unused ?? definition.groupUnused,
    ...readBy(uses),
  });
}

/** Its buckets and quantiles are told as such. */
function isPartOf(type: MetricType, label: string): boolean {
  return (type === "histogram" && label === "le") || (type === "summary" && label === "quantile");
}

function valuesText(spec: LabelSpec): string {
  if (spec === "*") return "any value";
  if (spec instanceof RegExp) return `what matches ${spec.source}`;
  return spec.length === 0 ? "no value" : spec.map((value) => (value === "" ? "empty" : value)).join(", ");
}
