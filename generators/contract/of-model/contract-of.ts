import { groupBy } from "../../group-by.ts";
import type { LabelSpec } from "../../language/label.ts";
import { storedName } from "../../language/label.ts";
import { metricKey } from "../../model/metrics-behind.ts";
import { jobsOfService, metricsOfJob } from "../../model/lookups.ts";
import type { MetricModel, Model } from "../../model/model.ts";
import { isList } from "../../promql/label-value.ts";
import { remembered } from "../../remembered.ts";
import type { Contract, ContractJob, ContractMetric, LabelValues, Read, Reader } from "../contract.ts";
import { readersOf } from "./readers.ts";
import type { Selection } from "./selections.ts";

type Job = Model["jobs"][number];

/** What the monitoring of a service rests on, of these of its jobs. */
export function contractOf(
  model: Model,
  { name, owner }: Model["services"][number],
  jobs: readonly Job[] = scrapedJobsOf(model, name),
): Contract {
  const { readsOf, readers } = readingsIn(model);
  const declared = jobs.map(({ name: job }): ContractJob => {
    const metrics = metricsOfJob(model, job).map((metric) =>
      metricOf(metric, readsOf(metricKey(job, metric.name))),
    );
    return { name: job, metrics };
  });
  const used = new Set(
    declared.flatMap(({ metrics }) => metrics.flatMap(({ reads }) => reads.map(({ by }) => by))),
  );
  // In the order in which people are told, and without looking through those of all services for each.
  const own = [...used].flatMap((key) => readers.get(key) ?? []).sort((a, b) => a.at - b.at);
  return {
    ...{ format: 1, service: name, owner, jobs: declared },
    readers: Object.fromEntries(own.map(({ key, reader }) => [key, reader])),
  };
}

/** Those whose program answers metrics itself: what an exporter makes of an answer, its program does not know. */
export function scrapedJobsOf(model: Pick<Model, "jobs">, service: string): readonly Job[] {
  return jobsOfService(model, service).filter(({ kind }) => kind === "scrape");
}

/** Every reader of a project, and how each metric is read: worked out once. */
const readingsIn = remembered((model: Model) => {
  const readers = new Map<string, { readonly key: string; readonly reader: Reader; readonly at: number }>();
  const reads: { readonly key: string; readonly by: string; readonly selection: Selection }[] = [];
  for (const { reader, selections } of readersOf(model)) {
    const by = `${reader.kind} ${reader.name}`;
    readers.set(by, { key: by, reader, at: readers.get(by)?.at ?? readers.size });
    for (const selection of selections) {
      const { job, metric } = selection.series;
      reads.push({ key: metricKey(job, metric), by, selection });
    }
  }
  const byMetric = groupBy(reads, ({ key }) => key);
  return { readers, readsOf: (key: string) => byMetric.get(key) ?? [] };
});

interface KeyedRead {
  readonly by: string;
  readonly selection: Selection;
}

function metricOf(
  { name, definition, place, series }: MetricModel,
  keyed: readonly KeyedRead[],
): ContractMetric {
  const { type, unit, help, labels, buckets, quantiles, comesAndGoes } = definition;
  const ofTarget = Object.fromEntries(
    series.flatMap((one) => one.ofTarget ?? []).map((label) => [label, true]),
  );
  const own = new Map(Object.keys(labels).map((label) => [storedName(label, ofTarget), label]));
  if (type === "histogram") own.set("le", "le");
  if (type === "summary") own.set("quantile", "quantile");
  const reads = keyed.map(({ by, selection }) => readOf(by, selection, { name, own }));
  return {
    ...{ name, type, unit, help },
    labels: Object.fromEntries(Object.entries(labels).map(([label, spec]) => [label, valuesOf(spec)])),
    ...(buckets && { buckets }),
    ...(quantiles && { quantiles }),
    ...(comesAndGoes !== undefined && { comesAndGoes }),
    definedAt: `${place.file}:${place.line}`,
    reads: [...new Map(reads.map((read) => [JSON.stringify(read), read])).values()],
  };
}

interface Named {
  readonly name: string;
  /** What the metric's labels are stored as, and what its program calls them. */
  readonly own: ReadonlyMap<string, string>;
}

function readOf(by: string, selection: Selection, { name: metric, own }: Named): Read {
  const { series, role, matchers, tellsApart, newLabels } = selection;
  const named = matchers.flatMap(({ name, op, value }) => {
    const label = own.get(name);
    return label === undefined ? [] : [{ name: label, op, value }];
  });
  const apart = [...new Set(tellsApart.flatMap((label) => own.get(label) ?? []))];
  return {
    by,
    ...(series.name !== metric && { series: series.name }),
    role,
    ...(named.length > 0 && { matchers: named }),
    ...(apart.length > 0 && { tellsApart: apart }),
    ...(newLabels && { newLabels }),
  };
}

function valuesOf(spec: LabelSpec): LabelValues {
  if (spec === "*" || isList(spec)) return spec;
  return { matches: spec.source, flags: spec.flags };
}
