import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** Labels that Prometheus sets for an alert; one that starts with two `_` it drops. */
const ofAlerts = /^(?:alertname|alertstate|__.*)$/;

/** Labels that Prometheus sets for a target, or reads and then drops. */
const ofTargets = /^(?:job|instance|__.*)$/;

/** No rule and no job sets a label that Prometheus sets itself, or adds to all that leaves it. */
export const ruleLabelsSpareExternalLabels: Check = {
  id: "rule-labels-spare-external-labels",
  *find({ alerts, jobs, platform }: Model): Iterable<Finding> {
    const { externalLabels } = platform.prometheus;
    const named = [
      ...alerts.map((definition) => ({ kind: "alert", definition, own: ofAlerts })),
      ...jobs.map((definition) => ({ kind: "job", definition, own: ofTargets })),
    ];
    for (const { kind, definition, own } of named) {
      for (const label of Object.keys(definition.labels)) {
        const isExternal = Object.hasOwn(externalLabels, label);
        if (!isExternal && !own.test(label)) continue;
        yield {
          definition,
          message: `${kind} "${definition.name}" sets the label ${label}, which ${isExternal ? "is an external label of this Prometheus" : "Prometheus sets itself"}`,
          mend: "choose another name for the label",
        };
      }
    }
  },
};
