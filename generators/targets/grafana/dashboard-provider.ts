import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

/** Where the container finds `out/grafana/dashboards`, and where it finds `out/grafana/provisioning`. */
export const dashboardsFolder = "/etc/grafana/dashboards";
export const provisioningFolder = "/etc/grafana/provisioning";

/** Tells Grafana to read the dashboards from their files, and to keep them as the files are; nothing without a dashboard. */
export const grafanaDashboardProvider: Output = ({ dashboards }) => {
  if (dashboards.length === 0) return {};
  const file = { apiVersion: 1, providers: [provider] };
  return {
    "grafana/provisioning/dashboards/signalbox.yml": printYaml(file, { source: sourceOf(dashboards) }),
  };
};

const provider = {
  name: "signalbox",
  orgId: 1,
  type: "file",
  // A dashboard whose file is gone goes as well.
  disableDeletion: false,
  allowUiUpdates: false,
  // As often as a person waits for a change without wondering; the files are few.
  updateIntervalSeconds: 30,
  options: { path: dashboardsFolder, foldersFromFilesStructure: true },
};
