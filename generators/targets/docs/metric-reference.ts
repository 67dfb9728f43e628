import type { Place } from "../../language/place.ts";
import type { Files, Output } from "../../output.ts";
import { heading, link, printMarkdown } from "../../text/markdown.ts";
import { headingText, type Part } from "./metric-reference/outline.ts";
import { jobSection } from "./metric-reference/job-section.ts";
import { metricSection } from "./metric-reference/metric-section.ts";
import { pageContext, type PageContext } from "./metric-reference/page-context.ts";
import { recordingSection } from "./metric-reference/recording-section.ts";
import { sourceOf } from "../parts/source-of.ts";

/** For each service a page of its jobs, metrics and recordings: what they say, and who uses them. */
export const metricReference: Output = (model): Files => {
  const context = pageContext(model);
  return Object.fromEntries(
    [...context.outlines].map(([service, parts]) => [
      `docs/metrics/${service.name}.md`,
      printMarkdown([...parts.flatMap((part) => blocksOf(part, context)), back], {
        source: sourceOf(placesOf(parts)),
      }),
    ]),
  );
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
        "What is measured, how, and who uses it. What reads a metric through a recording counts as a user of both.",
      ];
    case "job":
      return jobSection(part.job, part.metrics, context);
    case "no job":
      return ["These are exported by several jobs, or by none that is described here."];
    case "metric":
      return metricSection(part.metric, context);
    case "recordings":
      return ["Prometheus works these out in advance, so that rules and panels need not."];
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
