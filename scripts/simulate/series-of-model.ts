import type { JobModel } from "../../generators/jobs/index.ts";
import type { MetricModel, Model } from "../../generators/model/model.ts";
import type { SimulatedSeries } from "./series.ts";
import { labelConditions, type MetricStep } from "../../generators/jobs/metric-relabelling.ts";
import { type LabelSpec, type LabelSpecs, storedName } from "../../generators/language/label.ts";
import { isList } from "../../generators/promql/label-value.ts";
import type { LabelMatcher } from "../../generators/promql/tree.ts";
import { sampleLabel } from "../../generators/rule-tests/label-sample.ts";

/** Every series of every target, in the order of the jobs; what Prometheus and probes measure is among them. */
export function seriesOfModel(model: Model): SimulatedSeries[] {
  return model.jobs.flatMap((job) => {
    const onePer = new Map(declaredOf(job, model).map(({ name, definition }) => [name, definition.onePer]));
    return oneOfEach(seriesOfJob(job, model), onePer);
  });
}

/** Without those beside which another has the same labels of those by which there is one. */
function oneOfEach(
  all: readonly SimulatedSeries[],
  onePer: ReadonlyMap<string, readonly string[] | undefined>,
): SimulatedSeries[] {
  const taken = new Set<string>();
  return all.filter(({ metric, labels, targetLabels }) => {
    const key = onePer.get(metric);
    if (key === undefined) return true;
    const own = Object.entries(labels).map(([name, value]) => [storedName(name, targetLabels), value]);
    const stored = { ...Object.fromEntries(own), ...targetLabels };
    const identity = JSON.stringify([metric, key.map((label) => stored[label])]);
    const isNew = !taken.has(identity);
    taken.add(identity);
    return isNew;
  });
}

function seriesOfJob(job: JobModel, model: Model): SimulatedSeries[] {
  return job.targets.flatMap(({ instance }) => {
    const target = {
      job: job.name,
      instance,
      targetLabels: { ...job.labels, job: job.name, instance },
      everyMs: job.everyMs,
    };
    return [
      ...declaredOf(job, model).flatMap((metric) =>
        declaredSeries(metric, stepsOf(job)).map((one) => ({ ...target, ...one })),
      ),
      ...measuredOf(job, model).map((one) => ({ ...target, ...one })),
    ];
  });
}

/** The metrics that the targets of a job answer. */
export function declaredOf(job: JobModel, { metrics }: Pick<Model, "metrics">): MetricModel[] {
  return metrics.filter((metric) => metric.job === job.name);
}

type OwnFacts = Omit<SimulatedSeries, "job" | "instance" | "targetLabels" | "everyMs">;

function stepsOf(job: JobModel): readonly MetricStep[] {
  return job.kind === "scrape" ? job.metricSteps : [];
}

function declaredSeries({ name, definition, series }: MetricModel, steps: readonly MetricStep[]): OwnFacts[] {
  const { type, unit, buckets, quantiles } = definition;
  const facts = { metric: name, type, unit, bounds: buckets ?? quantiles ?? [], isMeasured: false };
  const names = series.map((one) => one.name);
  return labelSamples(definition.labels, labelConditions(steps, names)).map((labels) => ({
    ...facts,
    labels,
  }));
}

/** `up` and the like, and what a probe measures: in the catalogue, but declared by nobody. */
function measuredOf(job: JobModel, model: Model): OwnFacts[] {
  const declared = new Set(declaredOf(job, model).map(({ name }) => name));
  return model.catalogue.all
    .filter((series) => series.job === job.name && !declared.has(series.metric))
    .map(({ name, unit }) => ({
      metric: name,
      type: "gauge",
      unit,
      labels: {},
      bounds: [],
      isMeasured: true,
    }));
}

/** What labels that may be anything look like; of one that is not here, its name and a number. */
const plausible: Readonly<Record<string, readonly string[]>> = {
  endpoint: ["/orders", "/status"],
  path: ["/orders", "/status"],
  status: ["200", "404", "500", "302"],
  result: ["success", "denied"],
  cpu: ["0", "1"],
  device: ["/dev/sda1", "/dev/sdb1"],
  fstype: ["ext4", "xfs"],
  mountpoint: ["/", "/data"],
  integration: ["slack", "email"],
  reason: ["serverError", "clientError"],
};

// Enough to see that there are several, and few enough that a page stays readable; of a label above all that it has there.
const samplesOfOpenLabel = 2;

// A metric with more would be most of what its target answers, and show nothing more.
const mostSeries = 256;

/**
 * The label sets that a metric is simulated with.
 *
 * Labels that may be anything go together (`/dev/sda1` is mounted at `/`); listed values are all combined, up to 256 sets.
 */
function labelSamples(
  specs: LabelSpecs,
  conditions: readonly LabelMatcher[],
): Readonly<Record<string, string>>[] {
  const lists = Object.entries(specs).flatMap(([name, spec]) =>
    isList(spec) ? [[name, spec] as const] : [],
  );
  const open = openSamples(
    Object.entries(specs).filter(([, spec]) => !isList(spec)),
    conditions,
  );
  let sets: Readonly<Record<string, string>>[] = [{}];
  // The last label changes slowest, so that what is cut off is its rarest value.
  for (const [name, values] of lists) {
    sets = values.flatMap((value) => sets.map((set) => ({ ...set, [name]: value }))).slice(0, mostSeries);
  }
  return sets.flatMap((set) => open.map((values) => ({ ...set, ...values }))).slice(0, mostSeries);
}

function openSamples(
  specs: readonly (readonly [string, LabelSpec])[],
  conditions: readonly LabelMatcher[],
): Readonly<Record<string, string>>[] {
  if (specs.length === 0) return [{}];
  const count = Math.max(samplesOfOpenLabel, ...specs.map(([name]) => plausible[name]?.length ?? 0));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      specs.map(([name, spec]) => {
        const wanted = conditions.filter((one) => one.name === name);
        return [name, openValue(name, spec, { index, wanted })];
      }),
    ),
  );
}

interface Wanted {
  readonly index: number;
  readonly wanted: readonly LabelMatcher[];
}

function openValue(name: string, spec: LabelSpec, { index, wanted }: Wanted): string {
  const made = `${name}-${index + 1}`;
  const known = [plausible[name]?.[index] ?? made, made, String(index + 1)];
  // A pattern that nothing was found for gets the made name all the same: it is only looked at.
  return sampleLabel(name, spec, wanted, known) ?? made;
}
