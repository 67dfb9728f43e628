import { panelsAgree } from "./validators/panels-agree.ts";
import type { Target } from "../target.ts";
import { grafanaDashboards } from "./dashboards.ts";
import { grafanaDashboardProvider, grafanaDatasources } from "./provisioning.ts";
import { dashboardProviderShape } from "./validators/dashboard-provider-shape.ts";
import { dashboardQueries } from "./validators/dashboard-queries.ts";
import { dashboardsShape } from "./validators/dashboards-shape.ts";
import { dataSourcesShape } from "./validators/data-sources-shape.ts";

/** The dashboards, and what Grafana must know to show them. */
export const grafana: Target = {
  outputs: { stack: [grafanaDashboardProvider, grafanaDatasources] },
  outputsOfEach: { dashboards: [grafanaDashboards] },
  validators: [dashboardQueries, dashboardsShape, panelsAgree, dataSourcesShape, dashboardProviderShape],
};
