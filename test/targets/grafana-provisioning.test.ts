import { expect, it } from "vitest";
import {
  grafanaDashboardProvider,
  grafanaDatasources,
} from "../../generators/targets/grafana/provisioning.ts";
import { dashboard } from "./small-dashboard.ts";
import { smallModel } from "./small-model.ts";

it("the data sources are Prometheus and its Alertmanager, by uid", () => {
  expect(grafanaDatasources(smallModel())).toEqual({
    "grafana/provisioning/datasources/prometheus.yml": `# Generated from definitions/platform/platform.ts by "signalbox build": edit there, not here.
apiVersion: 1
prune: true
datasources:
  - name: Prometheus
    uid: prometheus
    type: prometheus
    access: proxy
    url: http://prometheus:9090
    isDefault: true
    editable: false
    jsonData:
      httpMethod: POST
      prometheusType: Prometheus
      timeInterval: 15s
      manageAlerts: true
      alertmanagerUid: alertmanager
  - name: Alertmanager
    uid: alertmanager
    type: alertmanager
    access: proxy
    url: http://alertmanager:9093
    editable: false
    jsonData:
      implementation: prometheus
      handleGrafanaManagedAlerts: false
`,
  });
});

it("the provider reads each folder of dashboards from its directory", () => {
  expect(grafanaDashboardProvider(smallModel({ dashboards: [dashboard([])] }))).toEqual({
    "grafana/provisioning/dashboards/signalbox.yml": `# Generated from definitions/services/shop/shop.ts by "signalbox build": edit there, not here.
apiVersion: 1
providers:
  - name: signalbox
    orgId: 1
    type: file
    disableDeletion: false
    allowUiUpdates: false
    updateIntervalSeconds: 30
    options:
      path: /etc/grafana/dashboards
      foldersFromFilesStructure: true
`,
  });
});
