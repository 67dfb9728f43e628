import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";
import type { Deployment } from "../../language/platform.ts";
import { deployTarget } from "../../model/deploy-target.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { sourceOf } from "../source-of.ts";

/** The uids by which dashboards and data sources find each other. Without one, Grafana makes it from the name. */
const prometheusUid = "prometheus";
export const alertmanagerUid = "alertmanager";

/** What people see of our data source, where they choose one. */
const prometheusName = "Prometheus";

/** The variable of every dashboard by which its data source is chosen. */
export const sourceVariable = "datasource";

/** What is chosen until somebody chooses another: ours, by uid, which Grafana takes for the value of such a variable. */
export const ownSource = { text: prometheusName, value: prometheusUid } as const;

/**
 * What a query says of its data source: that which is chosen, so that the dashboards can be used beside another Prometheus.
 * `${DS_PROMETHEUS}`, which exports of Grafana have, is known only to imports by hand.
 */
export function prometheusSource(): DataSourceRef {
  return { type: "prometheus", uid: `\${${sourceVariable}}` };
}

/** The data sources of Grafana. One that is no longer here is removed from Grafana as well. */
export const grafanaDatasources: Output = ({ platform }) => ({
  "grafana/provisioning/datasources/prometheus.yml": printYaml(
    {
      apiVersion: 1,
      prune: true,
      datasources: [
        prometheus(platform.deploy, platform.prometheus.scrapeInterval),
        alertmanager(platform.deploy),
      ],
    },
    { source: sourceOf([platform, platform.deploy]) },
  ),
});

function prometheus(deploy: Deployment, scrapeInterval: string): unknown {
  return {
    name: prometheusName,
    uid: prometheusUid,
    type: "prometheus",
    access: "proxy",
    url: `http://${deployTarget(deploy).addressOf("prometheus")}`,
    isDefault: true,
    editable: false,
    jsonData: {
      // Long expressions do not fit into an address.
      httpMethod: "POST",
      prometheusType: "Prometheus",
      // From this Grafana reckons $__rate_interval: at least four scrapes.
      timeInterval: scrapeInterval,
      // Shows Prometheus' rules in Grafana, which cannot change them.
      manageAlerts: true,
      alertmanagerUid,
    },
  };
}

function alertmanager(deploy: Deployment): unknown {
  return {
    name: "Alertmanager",
    uid: alertmanagerUid,
    type: "alertmanager",
    access: "proxy",
    url: `http://${deployTarget(deploy).addressOf("alertmanager")}`,
    editable: false,
    jsonData: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
  };
}

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
