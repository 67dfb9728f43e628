import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** Labels that Prometheus and Alertmanager set themselves. */
const reserved = new Set(["alertname", "alertstate", "__name__"]);

/** A rule sets no label that Prometheus adds to all that leaves it, or keeps for itself. */
export const ruleLabelsSpareExternalLabels: Check = {
  id: "rule-labels-spare-external-labels",
  *find({ alerts, jobs, platform }: Model): Iterable<Finding> {
    const { externalLabels } = platform.prometheus;
    const taken = (label: string) => label in externalLabels || reserved.has(label);
    const mend = "choose another name for the label";
    for (const alert of alerts) {
      for (const label of Object.keys(alert.labels).filter(taken)) {
        yield {
          definition: alert,
          message: `alert "${alert.name}" sets the label ${label}, which Prometheus sets itself`,
          mend,
        };
      }
    }
    for (const job of jobs) {
      for (const label of Object.keys(job.labels).filter(
        (label) => taken(label) || label === "job" || label === "instance",
      )) {
        yield {
          definition: job,
          message: `job "${job.name}" sets the label ${label}, which Prometheus sets itself`,
          mend,
        };
      }
    }
  },
};
