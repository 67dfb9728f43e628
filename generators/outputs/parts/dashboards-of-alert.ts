import type { DashboardModel } from "../../model/dashboard-model.ts";
import { metricsBehind } from "../../model/metrics-behind.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";

/** The dashboards of which a panel shows a metric that the alert looks at, in the order of the model. */
export function dashboardsOfAlert({ analysis }: AlertModel, model: Model): DashboardModel[] {
  const watched = new Set(metricsBehind(analysis, model));
  return model.dashboards.filter(({ rows }) =>
    rows
      .flatMap(({ panels }) => panels)
      .flatMap(({ queries }) => queries)
      .some((query) => metricsBehind(query.analysis, model).some((metric) => watched.has(metric))),
  );
}
