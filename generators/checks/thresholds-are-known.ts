import type { Check, Finding } from "../check.ts";
import { noThreshold } from "../model/alert-words.ts";
import type { Model } from "../model/model.ts";

/** The words of an alert say a threshold only where its expression compares with a number. */
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
        message: `alert "${alert.name}" says its threshold in its ${annotation}, but its expression compares with no number`,
        mend: "say it in words, or compare with a number",
      };
    }
  },
};
