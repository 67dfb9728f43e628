import type { Model } from "../../../model/model.ts";
import { heading, inlineCode, link } from "../../../text/markdown.ts";
import { storedLogs } from "../../../model/log-shipping.ts";
import { dashboardTable } from "../dashboard-guide/dashboard-table.ts";
import { hostUrl } from "../../parts/host-url.ts";

/** Where somebody looks who sees all this for the first time. */
export function firstLook(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const { grafana } = deploy;
  const page = (url: string, path: string) => `${url.replace(/\/$/, "")}/${path}`;
  const kibana = storedLogs(model) ? hostUrl("kibana", deploy) : undefined;
  const steps = [
    `${link("Grafana", externalUrls.grafana)}: sign in as ${inlineCode(grafana.adminUser)}, with the password in ${inlineCode(`secrets/${grafana.adminPassword.name}`)}${model.dashboards.length === 0 ? "" : ", and open Dashboards"}.`,
    `${link("Prometheus: targets", page(externalUrls.prometheus, "targets"))}: what is asked, and whether it answers.`,
    `${link("Prometheus: alerts", page(externalUrls.prometheus, "alerts"))}: every rule, and how near it is to firing.`,
    `${link("Alertmanager", externalUrls.alertmanager)}: what people are told of now, and silences for work that is planned.`,
    ...(kibana === undefined
      ? []
      : [`${link("Kibana", kibana)}: log lines; ${link("Search", "logs.md#search")} says how.`]),
  ];
  return [
    heading(2, "First look"),
    steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    ...(model.dashboards.length === 0 ? [] : ["The dashboards:", dashboardTable(model, "dashboards.md")]),
  ];
}
