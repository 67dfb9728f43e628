import {
  isDashboard,
  readDashboard,
  type DashboardFile,
} from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { deployed } from "../project.ts";

/** Every dashboard that is deployed. */
export function deployedDashboards(): DashboardFile[] {
  return Object.keys(deployed)
    .filter(isDashboard)
    .sort()
    .map((path) => dashboardFrom(path, deployed[path] ?? ""));
}

/** A dashboard by the text of its file. */
export function dashboardFrom(path: string, text: string): DashboardFile {
  const file = readDashboard(path, text);
  if (!file) throw new Error(`${path} is no dashboard`);
  return file;
}
