import type { Place } from "../../language/place.ts";
import { metricsBehind } from "../../model/metrics-behind.ts";
import { groupOf } from "../../model/lookups.ts";
import type { RecordingModel } from "../../model/rule-model.ts";
import { madeAnyway, type OutputOfEach } from "../../output.ts";
import { formatPromql } from "../../promql/format.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
} from "../../text/markdown.ts";
import { sourceOf } from "../source-of.ts";
import { unitWords } from "./readable-text.ts";
import { jobSection } from "./metric-reference/job-section.ts";
import { headingText, pageContext, type PageContext, type Part } from "./metric-reference/outline.ts";
import { metricSection, useItems } from "./metric-reference/metric-section.ts";

/** A page per service with its jobs, metrics and recordings: what they mean, and who uses them. */
export const metricReference: OutputOfEach = function* (model) {
  const context = pageContext(model);
  for (const [service, parts] of context.outlines) {
    const blocks = [...parts.flatMap((part) => blocksOf(part, context)), back];
    const page = printMarkdown(blocks, { source: sourceOf(placesOf(parts)) });
    yield madeAnyway(`metrics of ${service.name}`, { [`docs/metrics/${service.name}.md`]: page });
  }
};

const back = link("The monitoring guide", "../MONITORING.md");

function blocksOf(part: Part, context: PageContext): string[] {
  return [heading(levels[part.kind], headingText(part)), ...bodyOf(part, context)];
}

const levels = { service: 1, job: 2, "no job": 2, metric: 3, recordings: 2, recording: 3 } as const;

function bodyOf(part: Part, context: PageContext): string[] {
  switch (part.kind) {
    case "service":
      return [
        "What is measured, how, and who uses it. Anything that reads a metric through a recording counts as a user of both.",
      ];
    case "job":
      return jobSection(part.job, part.metrics, context);
    case "no job":
      return ["Exported by several jobs, or by none described here."];
    case "metric":
      return metricSection(part.metric, context);
    case "recordings":
      return ["Prometheus computes these in advance, so rules and panels do not have to."];
    case "recording":
      return recordingSection(part.recording, context);
  }
}

function placesOf(parts: readonly Part[]) {
  return parts.flatMap((part): { readonly place: Place }[] => {
    if (part.kind === "service") return [part.service];
    if (part.kind === "job") return [part.job];
    return part.kind === "recording" ? [part.recording] : [];
  });
}

/** A recording: what it means, its expression, how often it is evaluated, and who uses it. */
function recordingSection(recording: RecordingModel, context: PageContext): string[] {
  const { id, help, unit, group } = recording;
  const every = groupOf(context.model, recording)?.every;
  const worked = every === undefined ? "" : `, every ${every}`;
  const sources = metricsBehind(recording.analysis, context.model).map((key) => sourceLink(key, context));
  const kept = recording.allow["recordings-are-used"];
  const added = Object.entries(recording.labels).map(([label, value]) => inlineCode(`${label}="${value}"`));
  const items = [
    ...(added.length === 0 ? [] : [`Labels of its own: ${added.join(", ")}`]),
    ...(sources.length === 0 ? [] : [`From: ${sources.join(", ")}`]),
    ...useItems(id, context),
    ...(kept === undefined ? [] : [`Unused, but kept: ${escapeMarkdown(kept)}`]),
  ];
  return [
    `${unitWords(unit)}. ${escapeMarkdown(help)} Evaluated in the group ${inlineCode(group)}${worked}:`,
    codeBlock("promql", formatPromql(recording.deployed)),
    ...(items.length === 0 ? [] : [bulletList(items)]),
  ];
}

/** What Prometheus makes itself, such as ALERTS, is on no page. */
function sourceLink(key: string, { targets }: PageContext): string {
  const target = targets.get(key);
  return target === undefined ? escapeMarkdown(key) : link(key, target);
}
