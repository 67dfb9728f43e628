import type { Check, Finding } from "../check.ts";
import { noThreshold } from "../model/resolve-alerts.ts";
import type { Model } from "../model/model.ts";

/** The words of an alert say a threshold only where its value is compared with one number. */
export const thresholdsAreKnown: Check = {
  id: "thresholds-are-known",
  *find({ alerts }: Model): Iterable<Finding> {
    for (const alert of alerts) {
      const annotation = Object.entries(alert.annotations).find(([, text]) =>
        text.includes(noThreshold),
      )?.[0];
      if (annotation === undefined) continue;
      yield {
        definition: alert,
        message: `alert "${alert.name}" says its threshold in its ${annotation}, but its value is compared with no number, or with several`,
        fix: "say it in words, or compare the value with one number",
      };
    }
  },
};
