import type { LabelSpec, LabelSpecs } from "../../../language/label.ts";
import type { DashboardModel } from "../../../model/dashboard-model.ts";
import { fieldsOf } from "../../../jobs/of-jobs.ts";
import { jobNamed } from "../../../model/lookups.ts";
import type { Model } from "../../../model/model.ts";
import type { ShowingDashboard, Uses } from "../../../model/uses.ts";
import { bulletList, escapeMarkdown, inlineCode, link } from "../../../text/markdown.ts";
import { unitWords } from "../readable-text.ts";
import type { PageContext } from "./outline.ts";
import type { ReferenceMetric } from "./reference-metric.ts";

/** A metric: what it says, what its samples and labels are, and who uses it. */
export function metricSection(metric: ReferenceMetric, context: PageContext): string[] {
  const { type, unit, help, kept } = metric;
  const facts = [
    ...fact("Labels", labelWords(metric.labels)),
    ...fact("One series per", (metric.onePer ?? []).map(inlineCode)),
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
function fieldsBehind({ name, job }: ReferenceMetric, model: Model): readonly string[] {
  const exporting = job === undefined ? undefined : jobNamed(model, job);
  return exporting ? fieldsOf(exporting, name) : [];
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
      recordings.map(({ id }) => link(id, targets.get(id) ?? "")),
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

/** A number and its history often have one title. */
function titles(panels: ShowingDashboard["panels"]): string[] {
  return [...new Set(panels.map(({ title }) => escapeMarkdown(title)))];
}

function item(title: string, texts: readonly string[], separator = ", "): string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.join(separator)}`];
}
