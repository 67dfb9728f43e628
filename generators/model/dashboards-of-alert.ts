import type { Platform } from "../../definitions/language/platform.ts";
import type { DashboardModel, PanelModel } from "./dashboard-model.ts";
import { metricsBehind } from "./metrics-behind.ts";
import type { Model } from "./model.ts";
import type { AlertModel } from "./rule-model.ts";

type Shown = Pick<Model, "dashboards" | "recordings">;

/**
 * The dashboards of which a panel shows a metric that the alert looks at: first those that draw its threshold, as others may
 * show the metric for another reason; of these first the one that shows the most of it.
 */
export function dashboardsOfAlert(
  { name, analysis }: Pick<AlertModel, "name" | "analysis">,
  model: Shown,
): DashboardModel[] {
  const watched = new Set(metricsBehind(analysis, model));
  const isAbout = ({ queries }: PanelModel) =>
    queries.some((query) => metricsBehind(query.analysis, model).some((metric) => watched.has(metric)));
  const counted = model.dashboards.map((dashboard) => {
    const panels = dashboard.rows.flatMap((row) => row.panels);
    return { dashboard, draws: panels.some(drawing(name)), about: panels.filter(isAbout).length };
  });
  return counted
    .filter(({ about }) => about > 0)
    .sort((a, b) => Number(b.draws) - Number(a.draws) || b.about - a.about)
    .map(({ dashboard }) => dashboard);
}

/** Whether the author of a panel wanted to see this alert on it. */
function drawing(name: string) {
  return ({ alerts }: PanelModel): boolean => alerts.some((alert) => alert.name === name);
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
