import type { AlertModel } from "../model/rule-model.ts";
import type { Output } from "../output.ts";
import { formatPromql } from "../text/promql-format.ts";
import { ruleFile } from "./parts/rule-file.ts";

/** The alerts that Prometheus evaluates. */
export const prometheusAlerts: Output = (model) => ({
  "prometheus/alerts.yml": ruleFile(model, "alerts", model.alerts, alertRule),
});

function alertRule({
  name,
  expr,
  for: held,
  forMs,
  keepFiringFor,
  labels,
  annotations,
}: AlertModel): unknown {
  return {
    alert: name,
    expr: formatPromql(expr),
    // Firing at once is what Prometheus does by itself.
    for: forMs === 0 ? undefined : held,
    keep_firing_for: keepFiringFor,
    labels,
    annotations,
  };
}
