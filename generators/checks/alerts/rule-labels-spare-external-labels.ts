import type { Allowing } from "../../definition.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";

/** Labels that Prometheus sets for an alert; one that starts with two `_` it drops. */
const ofAlerts = /^(?:alertname|alertstate|__.*)$/;

/** Labels that Prometheus sets for a target, or reads and then drops. */
const ofTargets = /^(?:job|instance|__.*)$/;

/** Labels that an alert gets from what is said of it. */
const ofDefinitions = /^(?:severity|service|component)$/;

/** No rule and no job sets a label that Prometheus sets itself or adds to all that leaves it, or that it has already. */
export const ruleLabelsSpareExternalLabels: Check = {
  id: "rule-labels-spare-external-labels",
  why: "Prometheus adds its external labels to every alert it sends, and sets alertname, job and instance itself. A rule that sets the same label either loses its value or hides where the alert came from.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/configuration/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  labels: { environment: "test" },
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  labels: { team: "sales" },
});
`,
  *find({ alerts, recordings, jobs, platform }: Model): Iterable<Finding> {
    const { externalLabels } = platform.prometheus;
    const external = (label: string) => Object.hasOwn(externalLabels, label);
    for (const alert of alerts) {
      const name = `alert "${alert.name}"`;
      yield* taken(alert, name, alert.labels, external, "is an external label of this Prometheus");
      yield* taken(alert, name, alert.labels, (label) => ofAlerts.test(label), "Prometheus sets itself");
      yield* taken(
        alert,
        name,
        alert.ownLabels,
        (label) => ofDefinitions.test(label),
        "it gets from its options",
      );
    }
    for (const recording of recordings) {
      const name = `recording "${recording.name}"`;
      yield* taken(recording, name, recording.labels, external, "is an external label of this Prometheus");
    }
    for (const job of jobs) {
      const name = `job "${job.name}"`;
      yield* taken(job, name, job.labels, external, "is an external label of this Prometheus");
      yield* taken(job, name, job.labels, (label) => ofTargets.test(label), "Prometheus sets itself");
    }
  },
};

function* taken(
  definition: Allowing,
  name: string,
  labels: Readonly<Record<string, string>>,
  isTaken: (label: string) => boolean,
  why: string,
): Iterable<Finding> {
  for (const label of Object.keys(labels).filter(isTaken)) {
    yield {
      definition,
      message: `${name} sets the label ${label}, which ${why}`,
      fix: "choose another name for the label",
    };
  }
}
