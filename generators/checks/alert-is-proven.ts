import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { proofOf } from "../proof/proof-of-alert.ts";
import { templateMistake } from "../text/template-mistake.ts";

/** Every alert has a scenario from which tests can be made: promtool then proves that it rings when it should. */
export const alertIsProven: Check = {
  id: "alert-is-proven",
  *find(model: Model): Iterable<Finding> {
    for (const alert of model.alerts) {
      // `annotations-are-templates` says what is wrong with them, and nobody can work out what they would say.
      if (Object.values(alert.annotations).some((text) => templateMistake(text) !== undefined)) continue;
      for (const { message, mend, place = alert.place } of proofOf(alert, model).complaints) {
        yield { definition: alert, place, message: `alert "${alert.name}" ${message}`, mend };
      }
    }
  },
};
