import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { proofOf } from "../proof/proof-of-alert.ts";

/** Every alert has a scenario from which tests can be made: promtool then proves that it rings when it should. */
export const alertIsProven: Check = {
  id: "alert-is-proven",
  *find(model: Model): Iterable<Finding> {
    for (const alert of model.alerts) {
      for (const { message, mend, place = alert.place } of proofOf(alert, model).complaints) {
        yield { definition: alert, place, message: `alert "${alert.name}" ${message}`, mend };
      }
    }
  },
};
