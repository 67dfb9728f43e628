import type { ScrapeJobModel } from "../../jobs/index.ts";
import { nameLabel, storedAfter, type MetricStep, type StoredLabels } from "../../jobs/metric-relabelling.ts";
import { isList } from "../../promql/label-value.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import { sampleLabel } from "../../rule-tests/label-sample.ts";
import { storedBy } from "./relabelled.ts";

/** What becomes of some series, in the order in which they are asked for: as JSON, "nothing" where they are not stored. */
export interface Stored {
  readonly written: readonly string[];
  readonly meant: readonly string[];
}

/** The same series by the steps that stand in a file, and by those of the definitions. */
export function storedOf(
  job: ScrapeJobModel,
  steps: readonly unknown[],
  declared: readonly CatalogueSeries[],
): Stored {
  const asked = [
    ...declared.flatMap(samplesOf),
    ...job.metricSteps.flatMap((step) => aboutStep(step, declared)),
  ];
  const told = (series: StoredLabels, stored: StoredLabels | undefined) =>
    `${sorted(series)} → ${stored === undefined ? "nothing" : sorted(stored)}`;
  return {
    written: asked.map((series) => told(series, storedBy(steps, series))),
    meant: asked.map((series) => told(series, storedAfter(job.metricSteps, series))),
  };
}

function sorted(labels: StoredLabels): string {
  return JSON.stringify(Object.fromEntries(Object.entries(labels).sort()));
}

/** One series, and one for each other value of a label that lists them. */
function samplesOf(series: CatalogueSeries): StoredLabels[] {
  const first = sampleOf(series);
  const others = [...series.labels].flatMap(([label, spec]) =>
    isList(spec) ? spec.slice(1).map((value) => ({ ...first, [label]: value })) : [],
  );
  return [first, ...others];
}

function sampleOf({ name, labels }: CatalogueSeries): StoredLabels {
  const values = [...labels].map(([label, spec]) => [label, sampleLabel(label, spec, []) ?? ""] as const);
  return { [nameLabel]: name, ...Object.fromEntries(values) };
}

/** Series that a step is about: by all that it asks for, and by each of that alone. */
function aboutStep(step: MetricStep, declared: readonly CatalogueSeries[]): StoredLabels[] {
  const [first] = declared;
  const base = first ? sampleOf(first) : { [nameLabel]: "some_metric" };
  if (step.action === "drop label") return [{ ...base, [step.label]: "some" }];
  const matchers =
    step.action === "replace"
      ? [{ name: step.label, op: "=~", value: step.pattern } as const]
      : step.matchers;
  const each = matchers.map((one) => ({ [one.name]: sampleLabel(one.name, "*", [one]) ?? "" }));
  return [Object.assign({ ...base }, ...each), ...each.map((one) => ({ ...base, ...one }))];
}
