import type { Check, Finding } from "../../check.ts";
import type { ScrapeJobModel } from "../../jobs/index.ts";
import { type MetricStep, nameLabel, replacedValue } from "../../jobs/metric-relabelling.ts";
import type { LabelSpec } from "../../language/label.ts";
import { everyJob } from "../../language/prometheus-metrics.ts";
import type { Model } from "../../model/model.ts";
import { acceptedBy, isList } from "../../promql/label-value.ts";
import type { CatalogueSeries } from "../../promql/series.ts";
import type { LabelMatcher } from "../../promql/tree.ts";
import { listed } from "../../text/listed.ts";

/** What a metric declares is what is stored, so that no step of its job may take it away. */
export const declaredSeriesAreStored: Check = {
  id: "declared-series-are-stored",
  why: "Rules and panels are checked and tested with the series that metrics declare. Where `metricRelabelling` of their job drops, renames or changes them on the way into Prometheus, everything is green and the alert never fires.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/configuration/#metric_relabel_configs",
  wrong: `
export const kiosk = scrapeJob("shop-kiosk", {
  description: "The kiosk's program.",
  targets: ["localhost:8090"],
  metricRelabelling: [{ keep: { metric: /kiosk_.+/ } }],
});

export const kioskMetrics = metrics(kiosk, {
  till_open: gauge({ help: "1 while the till is open.", unit: "bool", unused: "for the day of the fair" }),
});
`,
  right: `
export const kiosk = scrapeJob("shop-kiosk", {
  description: "The kiosk's program.",
  targets: ["localhost:8090"],
  metricRelabelling: [{ keep: { metric: /kiosk_.+|till_.+/ } }],
});

export const kioskMetrics = metrics(kiosk, {
  till_open: gauge({ help: "1 while the till is open.", unit: "bool", unused: "for the day of the fair" }),
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const job of model.jobs) {
      if (job.kind !== "scrape") continue;
      for (const step of job.metricSteps) yield* lostBy(step, job, model);
    }
  },
};

/** Of each metric what is lost first: its other series are lost by the same step. */
function* lostBy(step: MetricStep, job: ScrapeJobModel, { catalogue }: Model): Iterable<Finding> {
  const seen = new Set<string>();
  for (const series of catalogue.ofJob(job.name)) {
    // Prometheus writes these itself, behind all steps.
    if (seen.has(series.metric) || Object.hasOwn(everyJob, series.name)) continue;
    const lost = lossOf(step, series);
    if (lost === undefined) continue;
    seen.add(series.metric);
    yield {
      definition: job,
      message: `job "${job.name}" ${lost.what}`,
      fix: lost.fix,
      texts: ["metricRelabelling"],
      cause: `${job.name} ${series.metric} ${lost.what}`,
    };
  }
}

interface Loss {
  readonly what: string;
  readonly fix: string;
}

function lossOf(step: MetricStep, series: CatalogueSeries): Loss | undefined {
  const { name, labels } = series;
  switch (step.action) {
    case "keep":
      return notKept(step.matchers, series);
    case "drop":
      return dropped(step.matchers, series);
    case "drop label":
      return labels.has(step.label)
        ? {
            what: `stores ${name} without the label ${step.label}, which is declared`,
            fix: "leave the label out of the metric, or the step out of metricRelabelling",
          }
        : undefined;
    case "replace":
      return replaced(step, series);
  }
}

function specOf({ name, labels }: CatalogueSeries, label: string): LabelSpec {
  if (label === nameLabel) return [name];
  // What a series lacks is empty.
  return labels.get(label) ?? [""];
}

function notKept(matchers: readonly LabelMatcher[], series: CatalogueSeries): Loss | undefined {
  for (const matcher of matchers) {
    const spec = specOf(series, matcher.name);
    if (!isList(spec)) {
      if (spec instanceof RegExp && spec.source === matcher.value) continue;
      return {
        what: `keeps ${series.name} only where ${matcher.name} is ${like(matcher)}, and it is declared with ${spec === "*" ? "any value" : `${String(spec)}`}`,
        fix: `declare what is kept: ${matcher.name}: ${matcher.op === "=" ? JSON.stringify([matcher.value]) : `/${matcher.value.replaceAll("/", "\\/")}/`}`,
      };
    }
    const lost = spec.filter((value) => !acceptedBy(matcher)(value));
    if (lost.length === 0) continue;
    const whole = matcher.name === nameLabel || lost.length === spec.length;
    return {
      what: `does not keep ${series.name}${whole ? "" : ` with ${matcher.name} ${quoted(lost)}`}, which is declared`,
      fix: `keep it too: ${matcher.name === nameLabel ? "its name" : matcher.name} must be ${like(matcher)}`,
    };
  }
  return undefined;
}

function dropped(matchers: readonly LabelMatcher[], series: CatalogueSeries): Loss | undefined {
  const hits = matchers.map((matcher) => {
    const spec = specOf(series, matcher.name);
    // Of an open label some values are dropped, and others stay.
    return isList(spec)
      ? { matcher, size: spec.length, lost: spec.filter(acceptedBy(matcher)) }
      : { matcher, size: 0, lost: undefined };
  });
  if (hits.some(({ lost }) => lost === undefined || lost.length === 0)) return undefined;
  const partly = hits.filter(({ lost, size }) => lost?.length !== size);
  const where = partly.map(({ matcher, lost = [] }) => `${matcher.name} ${quoted(lost)}`);
  return {
    what: `drops ${series.name}${where.length === 0 ? "" : ` with ${listed(where, "and")}`}, which is declared`,
    fix: "leave it out of the step, or out of the metric",
  };
}

function replaced(
  step: Extract<MetricStep, { action: "replace" }>,
  series: CatalogueSeries,
): Loss | undefined {
  const spec = specOf(series, step.label);
  if (!isList(spec)) return undefined;
  const changed = spec.find((value) => replacedValue(step, value) !== value);
  if (changed === undefined) return undefined;
  const to = replacedValue(step, changed);
  if (step.label === nameLabel) {
    return {
      what: `stores ${series.name} as ${to === "" ? "nothing" : to}`,
      fix: `declare it as it is stored${to === "" ? "" : `: ${to}`}`,
    };
  }
  const had = changed === "" ? "without the label" : `with ${step.label} ${quoted([changed])}`;
  return {
    what: `stores ${series.name} ${had} ${to === "" ? "without the label" : `with ${step.label} ${quoted([to])}`}`,
    fix: `declare its labels as they are stored`,
  };
}

function like({ op, value }: LabelMatcher): string {
  return op === "=" ? JSON.stringify(value) : `like /${value.replaceAll("/", "\\/")}/`;
}

function quoted(values: readonly string[]): string {
  return listed(
    values.map((value) => JSON.stringify(value)),
    "or",
  );
}
