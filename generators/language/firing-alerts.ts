import { gauge } from "./metric-definition.ts";
import { metrics } from "./metric.ts";

/** What Prometheus writes of the alerts it evaluates. */
export const alertMetrics = metrics(
  {
    alertname: "*",
    alertstate: ["pending", "firing"],
    severity: "*",
    service: "*",
    component: "*",
    job: "*",
    instance: "*",
  },
  {
    ALERTS: gauge({
      help: "One series for each alert that is pending or firing; Prometheus writes it.",
      unit: "bool",
    }),
  },
);

/** The alerts that fire now, as series: `firingAlerts.where({ alertstate: "firing" })` is `ALERTS{alertstate="firing"}`. */
export const firingAlerts = alertMetrics.ALERTS;
