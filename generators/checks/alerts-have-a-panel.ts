import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import { panelsOfAlert, shownPanels } from "../model/panels-of-alert.ts";
import { subjectsOf } from "../model/subjects.ts";

/**
 * Whoever is woken can see what woke them: some panel shows series that the alert is about. The requests that errors are
 * divided by do not show the errors, the number of requests does not show how long they took, and what was allocated in one
 * way does not show what was allocated in another.
 */
export const alertsHaveAPanel: Check = {
  id: "alerts-have-a-panel",
  *find(model: Model): Iterable<Finding> {
    const shown = shownPanels(model);
    for (const alert of model.alerts) {
      const subjects = subjectsOf(alert, model);
      if (subjects.length === 0) continue;
      if (panelsOfAlert(alert, shown, model).length > 0) continue;
      const metrics = [...new Set(subjects.map(({ key }) => key))].sort();
      yield {
        definition: alert,
        message: `no panel shows what alert "${alert.name}" is about: ${metrics.join(", ")}`,
        mend: "add a panel with one of these metrics to a dashboard of its service",
      };
    }
  },
};
