import type { Output } from "../output.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import { alertCards } from "./docs/alert-cards.ts";
import { alertIndex } from "./docs/alert-index.ts";
import { alertPictures } from "./docs/alert-pictures.ts";
import { alertmanagerConfig } from "./alertmanager/config.ts";
import { alertmanagerTemplates } from "./alertmanager/templates.ts";
import { blackbox } from "./blackbox/index.ts";
import { dashboardGuide } from "./docs/dashboard-guide.ts";
import { deployment } from "./deployment.ts";
import { filebeat } from "./filebeat/config.ts";
import { grafanaDashboardProvider } from "./grafana/dashboard-provider.ts";
import { grafanaDashboards } from "./grafana/dashboards.ts";
import { grafanaDatasources } from "./grafana/data-sources.ts";
import { jsonExporter } from "./json-exporter/index.ts";
import { logGuide } from "./docs/log-guide.ts";
import { metricReference } from "./docs/metric-reference.ts";
import { monitoringGuide } from "./docs/monitoring-guide.ts";
import { operationsGuide } from "./docs/operations-guide.ts";
import { prometheusAlerts } from "./prometheus/alerts.ts";
import { prometheusConfig } from "./prometheus/config.ts";
import { prometheusRecordings } from "./prometheus/recordings.ts";
import { prometheusTargets } from "./prometheus/target-files.ts";
import { prometheusTests } from "./prometheus/tests.ts";
import { routingTable } from "./docs/routing-table.ts";
import { runbookIndex, runbooks } from "./docs/runbooks.ts";
import { sloGuide } from "./docs/slo-guide.ts";

/** Everything that is written. No two outputs write the same file, so their order means nothing. */
export const outputs: readonly Output<TestedModel>[] = [
  alertCards,
  alertIndex,
  alertPictures,
  alertmanagerConfig,
  alertmanagerTemplates,
  ...blackbox.outputs,
  dashboardGuide,
  deployment,
  filebeat,
  grafanaDashboardProvider,
  grafanaDashboards,
  grafanaDatasources,
  ...jsonExporter.outputs,
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
