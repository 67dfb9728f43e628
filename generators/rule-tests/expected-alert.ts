import type { AlertModel } from "../model/rule-model.ts";
import { renderTemplate, saysValue } from "../text/render-template.ts";
import type { ExpectedAlert } from "./test-file.ts";

/** What a firing alert carries, or the template that cannot be worked out. */
export type Expectation =
  | { readonly alert: ExpectedAlert }
  | { readonly unsupported: { readonly where: string; readonly what: string } }
  | { readonly unknownValue: string };

/**
 * The labels and annotations of a firing alert, rendered.
 *
 * @param series labels of what fires
 * @param value undefined: not known, which matters only where a template says it
 */
export function expectedAlert(
  alert: AlertModel,
  series: Readonly<Record<string, string>>,
  value: number | undefined,
): Expectation {
  const rendered: Record<"labels" | "annotations", Record<string, string>> = { labels: {}, annotations: {} };
  for (const part of ["labels", "annotations"] as const) {
    for (const [name, template] of Object.entries(alert[part])) {
      if (value === undefined && saysValue(template)) return { unknownValue: name };
      const result = renderTemplate(template, { labels: series, value: value ?? NaN });
      if ("unsupported" in result) return { unsupported: { where: name, what: result.unsupported } };
      rendered[part][name] = result.text;
    }
  }
  // A label of the rule replaces that of the series, and an empty one is none.
  const labels = Object.entries({ ...series, ...rendered.labels }).filter(([, text]) => text !== "");
  return { alert: { exp_labels: Object.fromEntries(labels), exp_annotations: rendered.annotations } };
}
