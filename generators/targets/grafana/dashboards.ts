import { durationInMs } from "../../language/duration.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Output } from "../../output.ts";
import { printJson } from "../../text/json.ts";
import { grafanaDashboard } from "./dashboard.ts";

/** A file for each dashboard. */
export const grafanaDashboards: Output = ({ dashboards, platform }) => {
  const scraping = { scrapeMs: durationInMs(platform.prometheus.scrapeInterval) ?? 0 };
  const files = dashboards.map((dashboard) => [
    dashboardPath(dashboard),
    printJson(grafanaDashboard(dashboard, scraping)),
  ]);
  return Object.fromEntries(files);
};

/** Grafana takes the name of the directory for the name of the folder, so it is written as people read it. */
export function dashboardPath({ folder, uid }: Pick<DashboardModel, "folder" | "uid">): string {
  return `grafana/dashboards/${folder}/${uid}.json`;
}
