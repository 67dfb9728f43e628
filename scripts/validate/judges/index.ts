import { blackbox } from "../../../generators/targets/blackbox/index.ts";
import { jsonExporter } from "../../../generators/targets/json-exporter/index.ts";
import { asJudge } from "../as-judge.ts";
import type { Judge } from "../judge.ts";
import { alertRouting } from "./alert-routing.ts";
import { alertmanagerConfig } from "./alertmanager-config.ts";
import { composeConfig } from "./compose-config.ts";
import { composeStyle } from "./compose-style.ts";
import { dashboardProviderShape } from "./dashboard-provider-shape.ts";
import { dashboardQueries } from "./dashboard-queries.ts";
import { dashboardsShape } from "./dashboards-shape.ts";
import { dataSourcesShape } from "./data-sources-shape.ts";
import { docsCommands } from "./docs-commands.ts";
import { docsLinks } from "./docs-links.ts";
import { filebeatShape } from "./filebeat-shape.ts";
import { indexPolicyShape } from "./index-policy-shape.ts";
import { notificationTexts } from "./notification-texts.ts";
import { picturesShape } from "./pictures-shape.ts";
import { prometheusConfig } from "./prometheus-config.ts";
import { prometheusRules } from "./prometheus-rules.ts";
import { routingAgrees } from "./routing-agrees.ts";
import { ruleTests } from "./rule-tests.ts";

/** Everyone who judges out/, in the order of the table: from the scrape to the person, then the rest of the stack. */
export const judges: readonly Judge[] = [
  prometheusConfig,
  prometheusRules,
  ruleTests,
  alertmanagerConfig,
  notificationTexts,
  alertRouting,
  routingAgrees,
  dashboardQueries,
  dashboardsShape,
  dataSourcesShape,
  dashboardProviderShape,
  ...[...blackbox.validators, ...jsonExporter.validators].map(asJudge),
  filebeatShape,
  indexPolicyShape,
  composeConfig,
  composeStyle,
  docsLinks,
  docsCommands,
  picturesShape,
];
