import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";

/** The words of an alert name only labels that its series have: any other is empty on the phone. */
export const annotationsUseKeptLabels: Check = {
  id: "annotations-use-kept-labels",
  *find({ alerts }: Model): Iterable<Finding> {
    for (const alert of alerts) yield* lostLabels(alert);
  },
};

function* lostLabels(alert: AlertModel): Iterable<Finding> {
  const kept = alert.analysis.type.labels;
  if (!kept) return;
  for (const [annotation, text] of Object.entries({ ...alert.annotations, ...alert.labels })) {
    for (const [, label = ""] of text.matchAll(/\$labels\.(\w+)/g)) {
      if (kept.has(label)) continue;
      const has = [...kept.keys()].join(", ") || "none";
      yield {
        definition: alert,
        message: `alert "${alert.name}" says the label ${label} in its ${annotation}, but its expression has dropped it; left: ${has}`,
        mend: `keep ${label} in the expression, such as .sumBy("${label}"), or say something else`,
      };
    }
  }
}
