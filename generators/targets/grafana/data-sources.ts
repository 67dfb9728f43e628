import type { Deployment } from "../../language/deployment.ts";
import { deployTarget } from "../../model/deploy-target.ts";
import type { Output } from "../../output.ts";
import { printYaml } from "../../text/yaml.ts";
import { alertmanagerUid, prometheusUid } from "./data-source.ts";
import { sourceOf } from "../source-of.ts";

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
    name: "Prometheus",
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
