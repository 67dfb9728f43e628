import type { Target } from "../target.ts";
import { grafanaDashboards } from "./dashboards.ts";
import { grafanaDashboardProvider, grafanaDatasources } from "./provisioning.ts";
import { dashboardProviderShape } from "./validators/dashboard-provider-shape.ts";
import { dashboardQueries } from "./validators/dashboard-queries.ts";
import { dashboardsShape } from "./validators/dashboards-shape.ts";
import { dataSourcesShape } from "./validators/data-sources-shape.ts";

/** Grafana: its dashboards, its data sources, and how it finds both. */
export const grafana: Target = {
  outputs: [grafanaDashboards, grafanaDashboardProvider, grafanaDatasources],
  validators: [dashboardQueries, dashboardsShape, dataSourcesShape, dashboardProviderShape],
};
