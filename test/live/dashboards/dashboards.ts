import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readDashboard, type DashboardFile } from "../../../scripts/validate/dashboards/dashboard-file.ts";

const folder = join(import.meta.dirname, "../../../out/grafana/dashboards");

/** Every dashboard that is deployed. */
export function deployedDashboards(): DashboardFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => dashboardFrom(path, readFileSync(join(folder, path), "utf8")));
}

/** A dashboard by the text of its file. */
export function dashboardFrom(path: string, text: string): DashboardFile {
  const file = readDashboard(`grafana/dashboards/${path}`, text);
  if (!file) throw new Error(`${path} is no dashboard`);
  return file;
}
