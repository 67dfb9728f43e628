import type { AlertDefinition, AlertText } from "../language/alert.ts";
import type { Labels } from "../language/label.ts";
import { valueTemplate } from "../text/quantity.ts";
import type { Threshold } from "./rule-model.ts";

/** What stands for a threshold in the words of an alert that has none; `thresholds-are-known` finds it. */
export const noThreshold = "(no threshold)";

/** Summary and description as Prometheus' templates. */
export function alertWords(
  { summary, description }: AlertDefinition,
  unit: string,
  threshold: Threshold | undefined,
): { readonly summary: string; readonly description: string } {
  const words = {
    labels: labelTemplates(),
    value: valueTemplate(unit),
    threshold: threshold?.text ?? noThreshold,
  };
  const write = (text: AlertText<Labels>) => (typeof text === "string" ? text : text(words));
  return { summary: write(summary), description: write(description) };
}

/** Any label, as templates write it. The types let an author name only those that the series has. */
function labelTemplates(): Readonly<Record<string, string>> {
  return new Proxy<Record<string, string>>({}, { get: (_, label) => `{{ $labels.${String(label)} }}` });
}
