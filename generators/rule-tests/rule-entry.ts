import type { AlertModel, RecordingModel } from "../model/rule-model.ts";
import { formatPromql } from "../promql/format.ts";

/** A rule as it is in a rule file: the same in what is deployed and in what is tested. */
export function ruleEntry(rule: AlertModel | RecordingModel): Readonly<Record<string, unknown>> {
  return rule.kind === "alert" ? alertEntry(rule) : recordingEntry(rule);
}

function recordingEntry({ name, deployed, labels }: RecordingModel) {
  const added = Object.keys(labels).length === 0 ? undefined : labels;
  return { record: name, expr: formatPromql(deployed), labels: added };
}

function alertEntry(alert: AlertModel) {
  const { alertname, for: held, forMs, keepFiringFor, labels, annotations } = alert;
  return {
    alert: alertname,
    expr: formatPromql(alert.deployed),
    // Firing at once is what Prometheus does by itself.
    for: forMs === 0 ? undefined : held,
    keep_firing_for: keepFiringFor,
    labels,
    annotations,
  };
}
