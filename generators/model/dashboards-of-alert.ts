import type { Platform } from "../../definitions/language/platform.ts";
import type { DashboardModel, PanelModel } from "./dashboard-model.ts";
import { metricsBehind } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";

type Shown = Pick<Model, "dashboards" | "recordings">;

/** The dashboards of which a panel shows a metric that the alert looks at: first those that show the most of it. */
export function dashboardsOfAlert(
  { analysis }: Pick<AlertModel, "analysis">,
  model: Shown,
): DashboardModel[] {
  const watched = new Set(metricsBehind(analysis, model));
  const isAbout = ({ queries }: PanelModel) =>
    queries.some((query) => metricsBehind(query.analysis, model).some((metric) => watched.has(metric)));
  const counted = model.dashboards.map((dashboard) => ({
    dashboard,
    panels: dashboard.rows.flatMap(({ panels }) => panels).filter(isAbout).length,
  }));
  return counted
    .filter(({ panels }) => panels > 0)
    .sort((a, b) => b.panels - a.panels)
    .map(({ dashboard }) => dashboard);
}

/** The alerts with the address of a dashboard among their annotations: one of their own service that draws them, if there is one. */
export function withDashboards(
  alerts: readonly AlertModel[],
  model: Shown,
  { stack }: Platform,
): AlertModel[] {
  return alerts.map((alert) => {
    const found = dashboardsOfAlert(alert, model);
    const own = found.filter(({ service }) => service === alert.service);
    const dashboard = own.find((one) => draws(one, alert)) ?? own[0] ?? found[0];
    if (!dashboard) return alert;
    return { ...alert, annotations: { ...alert.annotations, dashboard_url: dashboardUrl(dashboard, stack) } };
  });
}

/** Whether the author of a panel wanted to see this alert on it. */
function draws({ rows }: DashboardModel, { name }: AlertModel): boolean {
  return rows.some(({ panels }) => panels.some(({ alerts }) => alerts.some((one) => one.name === name)));
}

/** Where a dashboard is opened. */
export function dashboardUrl(
  { uid }: Pick<DashboardModel, "uid">,
  { externalUrls }: Platform["stack"],
): string {
  return `${externalUrls.grafana.replace(/\/$/, "")}/d/${uid}`;
}
