import { callerPlace } from "./place.ts";
import { firingAlerts } from "./prometheus-metrics.ts";
import type { Query } from "./query.ts";

export interface LinkedAlertsOptions {
  /** What it means that nothing fires: `"Nothing of these parts fires."` Default: Grafana's "No data". */
  readonly emptyMeans?: string;
}

/**
 * The alerts that fire now and whose notifications link to this dashboard, for a table of active alerts.
 *
 * Which they are follows from the panels, as the link of a notification does, so that none is missing and none of another dashboard is
 * shown. For all alerts of a service: `firingAlerts.where({ service: "shop", alertstate: "firing" })`.
 * @example
 * table({
 *   title: "Active alerts",
 *   description: "What fires of what this dashboard shows.",
 *   queries: [linkedAlerts({ emptyMeans: "Nothing fires." })],
 *   columns: { alertname: "Alert", instance: "Instance" },
 * })
 * @refuses linkedAlerts({ legend: "Alerts" })
 * @check active-alerts-link-to-their-dashboard
 */
export function linkedAlerts(options: LinkedAlertsOptions = {}): Query {
  const expr = firingAmong([]);
  return { kind: "query", expr, showsLinkedAlerts: true, instant: true, ...options, place: callerPlace() };
}

/** The alerts of these names that fire; of any name where there is none. */
export function firingAmong(names: readonly string[]) {
  const firing = { alertstate: "firing" } as const;
  return firingAlerts.where(names.length === 0 ? firing : { ...firing, alertname: names });
}
