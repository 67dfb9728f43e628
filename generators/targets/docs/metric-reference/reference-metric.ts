import type { LabelSpec, LabelSpecs } from "../../../language/label.ts";
import type { DashboardModel } from "../../../model/dashboard-model.ts";
import type { JobModel } from "../../../jobs/index.ts";
import { fieldsOf } from "../../../jobs/of-jobs.ts";
import type { MetricModel, Model } from "../../../model/model.ts";
import { metricKey } from "../../../model/metrics-behind.ts";
import type { ShowingDashboard, Uses, UsesOf } from "../../../model/uses.ts";
import type { Series } from "../../../promql/catalogue.ts";
import { bulletList, escapeMarkdown, inlineCode, link } from "../../../text/markdown.ts";
import { unitWords } from "../readable-text.ts";
import type { PageContext } from "./outline.ts";

/** A metric as the reference shows it: one that somebody declared, or one that Prometheus or an exporter makes of a job. */
export interface ReferenceMetric {
  readonly key: string;
  readonly name: string;
  readonly job: string | undefined;
  readonly type: string;
  readonly unit: string;
  readonly help: string;
  /** Without those that all series of the job have. */
  readonly labels: LabelSpecs;
  readonly buckets: readonly number[];
  readonly quantiles: readonly number[];
  /** Why it is scraped though nothing uses it. */
  readonly kept: string | undefined;
}

/** The metrics of a job: first those that were declared, then those that come with every job and that something uses. */
export function metricsOfJob(job: JobModel, model: Model, usesOf: UsesOf): ReferenceMetric[] {
  const declared = model.metrics.filter((metric) => metric.job === job.name);
  const names = new Set(declared.map(({ name }) => name));
  const others = model.catalogue.all.filter(
    (series) => series.job === job.name && !names.has(series.metric) && isUsed(series, usesOf),
  );
  return [
    ...declared.map((metric) => ofModel(metric, labelsOfJob(job))),
    ...others.map((series) => ofSeries(series, labelsOfJob(job))),
  ];
}

/** The metrics of a service that are of no job in particular. */
export function metricsOfNoJob(service: string, { metrics }: Model): ReferenceMetric[] {
  return metrics
    .filter((metric) => metric.service === service && metric.job === undefined)
    .map((metric) => ofModel(metric, []));
}

function isUsed({ job, metric }: Series, usesOf: UsesOf): boolean {
  const { alerts, recordings, panels, runbooks, marks, choices } = usesOf(metricKey(job, metric));
  return [alerts, recordings, panels, runbooks, marks, choices].some((users) => users.length > 0);
}

function labelsOfJob({ labels }: JobModel): string[] {
  return ["job", "instance", ...Object.keys(labels)];
}

function ofModel({ name, job, definition, series }: MetricModel, common: readonly string[]): ReferenceMetric {
  const { type, unit, help, allow, buckets = [], quantiles = [] } = definition;
  const kept = definition.unused ?? allow["metrics-are-used"];
  const labels = new Map(series.flatMap((one) => [...one.labels]));
  const key = metricKey(job, name);
  // These two are the buckets and quantiles themselves.
  const own = without(labels, [...common, ...(type === "histogram" ? ["le"] : ["quantile"])]);
  return { key, name, job, type, unit, help, labels: own, buckets, quantiles, kept };
}

function ofSeries({ metric, job, type, unit, help, labels }: Series, common: string[]): ReferenceMetric {
  const key = metricKey(job, metric);
  const own = without(labels, common);
  return {
    key,
    name: metric,
    job,
    type,
    unit,
    help,
    labels: own,
    buckets: [],
    quantiles: [],
    kept: undefined,
  };
}

function without(labels: Series["labels"], names: readonly string[]): LabelSpecs {
  return Object.fromEntries([...labels].filter(([name]) => !names.includes(name)));
}

/** A metric: what it says, what its samples and labels are, and who uses it. */
export function metricSection(metric: ReferenceMetric, context: PageContext): string[] {
  const { type, unit, help, kept } = metric;
  const facts = [
    ...fact("Labels", labelWords(metric.labels)),
    ...fact(
      "Buckets up to",
      // As `le` has them, for who asks for one.
      metric.buckets.map((bound) => inlineCode(String(bound))),
    ),
    ...fact("Quantiles", metric.quantiles.map(String)),
    ...fact("From the field", fieldsBehind(metric, context.model)),
  ];
  const uses = useItems(metric.key, context);
  const reason = kept === undefined ? [] : [`Unused, but kept: ${escapeMarkdown(kept)}`];
  const items = [...facts, ...uses, ...reason];
  return [
    `**${type}**, ${unitWords(unit)}. ${escapeMarkdown(help)}`,
    ...(items.length === 0 ? [] : [bulletList(items)]),
  ];
}

function fact(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.join(", ")}`];
}

/** The fields of a response that become the metric. */
function fieldsBehind({ name, job }: ReferenceMetric, { jobs }: Model): string[] {
  return jobs.filter((one) => one.name === job).flatMap((one) => fieldsOf(one, name));
}

/** Each label with the values that it may have, as Markdown. */
function labelWords(labels: LabelSpecs): string[] {
  return Object.entries(labels).map(([name, spec]) => `${inlineCode(name)} ${values(spec)}`);
}

function values(spec: LabelSpec): string {
  if (spec === "*") return "(any value)";
  if (spec instanceof RegExp) return `(matches ${inlineCode(spec.source)})`;
  return `(${spec.length === 0 ? "no value" : spec.map((value) => (value === "" ? "empty" : inlineCode(value))).join(", ")})`;
}

/** Who uses a metric or a recording, as items of a list: its alerts, recordings, panels and dashboards. */
export function useItems(key: string, { usesOf, targets, dashboards }: PageContext): string[] {
  const { alerts, recordings, panels, runbooks, marks, choices }: Uses = usesOf(key);
  const dashboardLink = ({ uid, title }: DashboardModel) => link(title, dashboards.get(uid) ?? "");
  const shown = ({ dashboard, panels }: ShowingDashboard) =>
    `${dashboardLink(dashboard)} · ${titles(panels).join(", ")}`;
  return [
    ...item(
      "Alerts",
      alerts.map(({ name }) => link(name, `../alerts/${name}.md`)),
    ),
    ...item(
      "Recordings",
      recordings.map(({ name }) => link(name, targets.get(name) ?? "")),
    ),
    ...item("Panels", panels.map(shown), "; "),
    ...item(
      "Runbooks",
      runbooks.map(({ title, service, slug }) => link(title, `../runbooks/${service}/${slug}.md`)),
    ),
    ...item("Annotations on", marks.map(dashboardLink)),
    ...item("Variables of", choices.map(dashboardLink)),
  ];
}

/** A number and its course over time often have one title. */
function titles(panels: ShowingDashboard["panels"]): string[] {
  return [...new Set(panels.map(({ title }) => escapeMarkdown(title)))];
}

function item(title: string, texts: readonly string[], separator = ", "): string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.join(separator)}`];
}
