import type { Platform } from "../../definitions/language/platform.ts";
import type { DashboardModel } from "./dashboard-model.ts";
import { metricsBehind } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";

type Shown = Pick<Model, "dashboards" | "recordings">;

/** The dashboards of which a panel shows a metric that the alert looks at, in the order of the model. */
export function dashboardsOfAlert(
  { analysis }: Pick<AlertModel, "analysis">,
  model: Shown,
): DashboardModel[] {
  const watched = new Set(metricsBehind(analysis, model));
  return model.dashboards.filter(({ rows }) =>
    rows
      .flatMap(({ panels }) => panels)
      .flatMap(({ queries }) => queries)
      .some((query) => metricsBehind(query.analysis, model).some((metric) => watched.has(metric))),
  );
}

/** The alerts with the address of a dashboard among their annotations: one of their own service, if there is one. */
export function withDashboards(
  alerts: readonly AlertModel[],
  model: Shown,
  { stack }: Platform,
): AlertModel[] {
  return alerts.map((alert) => {
    const found = dashboardsOfAlert(alert, model);
    const dashboard = found.find(({ service }) => service === alert.service) ?? found[0];
    if (!dashboard) return alert;
    return { ...alert, annotations: { ...alert.annotations, dashboard_url: dashboardUrl(dashboard, stack) } };
  });
}

/** Where a dashboard is opened. */
export function dashboardUrl(
  { uid }: Pick<DashboardModel, "uid">,
  { externalUrls }: Platform["stack"],
): string {
  return `${externalUrls.grafana.replace(/\/$/, "")}/d/${uid}`;
}
