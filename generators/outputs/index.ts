import type { Output } from "../output.ts";
import type { ProvenModel } from "../proof/proven-model.ts";
import { alertCards } from "./alert-cards.ts";
import { alertIndex } from "./alert-index.ts";
import { alertPictures } from "./alert-pictures.ts";
import { alertmanagerConfig } from "./alertmanager-config.ts";
import { alertmanagerTemplates } from "./alertmanager-templates.ts";
import { blackbox } from "./blackbox.ts";
import { dashboardGuide } from "./dashboard-guide.ts";
import { deployment } from "./deployment.ts";
import { filebeat } from "./filebeat.ts";
import { grafanaDashboardProvider } from "./grafana-dashboard-provider.ts";
import { grafanaDashboards } from "./grafana-dashboards.ts";
import { grafanaDatasources } from "./grafana-datasources.ts";
import { jsonExporter } from "./json-exporter.ts";
import { logGuide } from "./log-guide.ts";
import { metricReference } from "./metric-reference.ts";
import { monitoringGuide } from "./monitoring-guide.ts";
import { operationsGuide } from "./operations-guide.ts";
import { prometheusAlerts } from "./prometheus-alerts.ts";
import { prometheusConfig } from "./prometheus-config.ts";
import { prometheusRecordings } from "./prometheus-recordings.ts";
import { prometheusTargets } from "./prometheus-targets.ts";
import { prometheusTests } from "./prometheus-tests.ts";
import { routingTable } from "./routing-table.ts";
import { runbookIndex } from "./runbook-index.ts";
import { runbooks } from "./runbooks.ts";
import { sloGuide } from "./slo-guide.ts";

/** Everything that is written. No two outputs write the same file, so their order means nothing. */
export const outputs: readonly Output<ProvenModel>[] = [
  alertCards,
  alertIndex,
  alertPictures,
  alertmanagerConfig,
  alertmanagerTemplates,
  blackbox,
  dashboardGuide,
  deployment,
  filebeat,
  grafanaDashboardProvider,
  grafanaDashboards,
  grafanaDatasources,
  jsonExporter,
  logGuide,
  metricReference,
  monitoringGuide,
  operationsGuide,
  prometheusAlerts,
  prometheusConfig,
  prometheusRecordings,
  prometheusTargets,
  prometheusTests,
  routingTable,
  runbookIndex,
  runbooks,
  sloGuide,
];
