import { boundSpellings } from "../language/expression/selector.ts";
import type { Node } from "../promql/tree.ts";
import type { Given } from "../language/given.ts";
import { labelConditions } from "../jobs/metric-relabelling.ts";
import { groupOf, jobNamed, jobNames, metricNamed } from "../model/lookups.ts";
import { recordingsRead } from "../model/recordings-read.ts";
import type { Model } from "../model/model.ts";
import type { CatalogueSeries, Interval } from "../promql/series.ts";
import type { LabelMap } from "../promql/expression-type.ts";
import { commonLabels } from "../promql/label-value.ts";
import { printPromql } from "../promql/print.ts";
import { sampleLabel } from "./label-sample.ts";

/** A series of a test, and which part it is of what is given. */
export interface ConcreteSeries {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly given: Given;
  /** Of a share: which of the two counters. Of a quantile: a bucket. Of all others: the whole. */
  readonly part: "whole" | "part" | "rest" | "bucket";
  /** Upper bound of a bucket. */
  readonly bound?: number;
  /** All bounds of its histogram, without infinity. */
  readonly bounds?: readonly number[];
  readonly isCounter: boolean;
  /** How often it has a sample in production: as often as its job is scraped, or it is recorded. */
  readonly everyMs: number;
  /** What no sample of it leaves; undefined: not known. */
  readonly limits?: Interval | undefined;
  /** Sets of labels of which each tells the series of its metric apart; left out: all of them. */
  readonly keys?: readonly (readonly string[])[] | undefined;
}

/** The series, or why there are none. */
export type Concrete = { readonly series: readonly ConcreteSeries[] } | { readonly complaint: string };

/** The instance that goes bad, and the one beside it that does not. */
export const badInstance = "bad:9100";
export const goodInstance = "good:9100";

/** The series that are given, with every label filled in. */
export function concreteSeries(given: Given, model: Model, instance: string): Concrete {
  switch (given.kind) {
    case "share": {
      const part = oneSeries(given.part, given, "part", model, instance);
      const rest = oneSeries(given.rest, given, "rest", model, instance);
      if ("complaint" in part) return part;
      return "complaint" in rest ? rest : { series: [...part.series, ...rest.series] };
    }
    case "quantile":
      return bucketSeries(given, model, instance);
    default:
      return oneSeries(given.series, given, "whole", model, instance);
  }
}

function oneSeries(
  node: Node,
  given: Given,
  role: ConcreteSeries["part"],
  model: Model,
  instance: string,
): Concrete {
  const found = labelled(node, model, instance);
  if ("complaint" in found) return found;
  const { metric, labels, declared } = found;
  const isCounter = declared.type === "counter";
  const everyMs = everyMsOf(found, model);
  const { interval: limits, keys } = declared;
  return { series: [{ metric, labels, given, part: role, isCounter, everyMs, limits, keys }] };
}

function bucketSeries(
  given: Given & { readonly kind: "quantile" },
  model: Model,
  instance: string,
): Concrete {
  const found = labelled(given.buckets, model, instance);
  if ("complaint" in found) return found;
  const { metric, labels, declared } = found;
  const definition = metricNamed(model, { job: declared.job, name: declared.metric });
  const bounds = definition?.definition.buckets ?? [];
  const everyMs = everyMsOf(found, model);
  const bucket = (bound: number): ConcreteSeries => ({
    metric,
    // As Prometheus 3 stores it.
    labels: { ...labels, le: bound === Infinity ? "+Inf" : (boundSpellings(String(bound)).at(-1) ?? "") },
    given,
    part: "bucket",
    bound,
    bounds,
    isCounter: true,
    everyMs,
    keys: declared.keys,
  });
  return { series: [...bounds, Infinity].map(bucket) };
}

interface LabelledSeries {
  readonly metric: string;
  readonly labels: Record<string, string>;
  readonly declared: CatalogueSeries;
}

type Labelled = LabelledSeries | { readonly complaint: string };

function everyMsOf({ metric, labels, declared }: LabelledSeries, model: Model): number {
  const job = jobNamed(model, labels["job"] ?? declared.job ?? "");
  const matchers = Object.entries(labels).map(([name, value]) => ({ name, op: "=", value }) as const);
  const [recording] = recordingsRead(model, { metric, matchers });
  return (recording ? groupOf(model, recording) : job)?.everyMs ?? 0;
}

function labelled(node: Node, model: Model, instance: string): Labelled {
  if (node.kind !== "selector") return { complaint: `is given ${printPromql(node)}, which is not a series` };
  const matchers = node.matchers.map((matcher) => ({ ...matcher, from: 0, to: 0 }));
  const { series, complaint } = model.catalogue.lookup(node.metric, matchers);
  const [declared] = series;
  if (!declared) return { complaint: `is given ${printPromql(node)}: ${complaint ?? "there is none"}` };
  const known = (label: string) =>
    label === "job" ? jobNames(model) : label === "instance" ? [instance] : [];
  const job = jobNamed(model, declared.job ?? "");
  const stored = job?.kind === "scrape" ? labelConditions(job.metricSteps, [node.metric]) : [];
  const labels: Record<string, string> = {};
  for (const [label, spec] of labelsOfAll(series)) {
    if (label === "le") continue;
    const own = matchers.filter(({ name }) => name === label);
    const wanted = [...own, ...stored.filter(({ name }) => name === label)];
    const value = sampleLabel(label, spec, wanted, known(label));
    if (value === undefined && sampleLabel(label, spec, own, known(label)) !== undefined) {
      return {
        complaint: `is given ${printPromql(node)}, of which metricRelabelling of job "${job?.name}" stores nothing`,
      };
    }
    if (value === undefined)
      return { complaint: `is given ${printPromql(node)}, but no value of its label ${label} matches` };
    labels[label] = value;
  }
  return { metric: node.metric, labels, declared };
}

/** The labels that all of these have: what a rule can rely on. */
function labelsOfAll(series: readonly CatalogueSeries[]): LabelMap {
  const [first, ...others] = series.map(({ labels }) => labels);
  return others.reduce<LabelMap>(
    (common, labels) => commonLabels(common, labels) ?? common,
    first ?? new Map(),
  );
}
