import type { JsonFieldModel } from "../../../jobs/json.ts";
import type { Model } from "../../../model/model.ts";
import { bulletList, escapeMarkdown, inlineCode } from "../../../text/markdown.ts";
import { unitWords } from "../../parts/unit-words.ts";
import { labelWords } from "./label-words.ts";
import type { PageContext } from "./page-context.ts";
import type { ReferenceMetric } from "./reference-metric.ts";
import { useItems } from "./use-items.ts";

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
    ...fact("From the field", fieldsOf(metric, context.model).map(fieldWords)),
  ];
  const uses = useItems(metric.key, context);
  const reason = kept === undefined ? [] : [`Kept though nothing uses it: ${escapeMarkdown(kept)}`];
  const items = [...facts, ...uses, ...reason];
  return [
    `**${type}**, ${unitWords(unit)}. ${escapeMarkdown(help)}`,
    ...(items.length === 0 ? [] : [bulletList(items)]),
  ];
}

function fact(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`${title}: ${texts.join(", ")}`];
}

function fieldsOf({ name, job }: ReferenceMetric, { jobs }: Model): JsonFieldModel[] {
  return jobs.flatMap((one) =>
    one.kind === "json" && one.name === job ? one.fields.filter(({ metric }) => metric === name) : [],
  );
}

function fieldWords({ path, labels }: JsonFieldModel): string {
  const pairs = Object.entries(labels).map(([name, value]) => inlineCode(`${name}="${value}"`));
  return `${inlineCode(path)}${pairs.length === 0 ? "" : ` (${pairs.join(", ")})`}`;
}
