import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { canBeMissing } from "../../promql/label-value.ts";
import { brokenRules } from "../reading/expressions-of.ts";

/** The words of an alert name only labels that its series surely have: any other is empty on the phone. */
export const annotationsUseKeptLabels: Check = {
  id: "annotations-use-kept-labels",
  why: "A label that the expression has aggregated away is empty in the notification, which then does not say what is affected.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: "Many orders by {{ $labels.channel }}",
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: "Many orders on {{ $labels.instance }}",
});
`,
  *find(model: Model): Iterable<Finding> {
    const broken = brokenRules(model);
    for (const alert of model.alerts) {
      if (!broken.has(alert)) yield* lostLabels(alert);
    }
  },
};

function* lostLabels(alert: AlertModel): Iterable<Finding> {
  const { diagnostics, type } = alert.analysis;
  if (diagnostics.length > 0) return;
  const kept = new Map([...(type.labels ?? [])].filter(([, spec]) => !canBeMissing(spec)));
  for (const [name, text] of [...Object.entries(alert.annotations), ...Object.entries(alert.labels)]) {
    for (const label of labelsIn(text)) {
      if (kept.has(label)) continue;
      const has = [...kept.keys()].join(", ") || "none";
      yield {
        definition: alert,
        message: `alert "${alert.name}" uses the label ${label} in its ${name}, but not every series of its expression has it; all have: ${has}`,
        fix: `keep ${label} in the expression, such as .sumBy("${label}"), or use another label`,
      };
    }
  }
}

/** What follows `$labels.` and `index $labels` within the actions of a template, each once. */
function labelsIn(text: string): ReadonlySet<string> {
  const actions = text.match(/\{\{.*?\}\}/gs) ?? [];
  const mentions = actions.flatMap((action) => [
    ...action.matchAll(/\$labels\.(\w+)|\bindex\s+\$labels\s+["`]([^"`]*)["`]/g),
  ]);
  return new Set(mentions.flatMap(([, field, index]) => field ?? index ?? []));
}
