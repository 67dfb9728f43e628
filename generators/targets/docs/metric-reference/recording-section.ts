import { metricsBehind } from "../../../model/metrics-behind.ts";
import type { RecordingModel } from "../../../model/rule-model.ts";
import { bulletList, codeBlock, escapeMarkdown, inlineCode, link } from "../../../text/markdown.ts";
import { formatPromql } from "../../../promql/format.ts";
import { unitWords } from "../../parts/unit-words.ts";
import type { PageContext } from "./page-context.ts";
import { useItems } from "./use-items.ts";

/** A recording: what it says, how it is worked out and how often, and who uses it. */
export function recordingSection(recording: RecordingModel, context: PageContext): string[] {
  const { name, help, unit, expr, group } = recording;
  const every = context.model.groups.find((one) => one.name === group)?.every;
  const worked = every === undefined ? "" : `, every ${every}`;
  const sources = metricsBehind(recording.analysis, context.model).map((key) => sourceLink(key, context));
  const kept = recording.allow["recordings-are-used"];
  const items = [
    ...(sources.length === 0 ? [] : [`Made of: ${sources.join(", ")}`]),
    ...useItems(name, context),
    ...(kept === undefined ? [] : [`Kept though nothing uses it: ${escapeMarkdown(kept)}`]),
  ];
  return [
    `${unitWords(unit)}. ${escapeMarkdown(help)} Worked out in the group ${inlineCode(group)}${worked}:`,
    codeBlock("promql", formatPromql(expr)),
    ...(items.length === 0 ? [] : [bulletList(items)]),
  ];
}

/** What Prometheus makes itself, such as ALERTS, is on no page. */
function sourceLink(key: string, { targets }: PageContext): string {
  const target = targets.get(key);
  return target === undefined ? escapeMarkdown(key) : link(key, target);
}
