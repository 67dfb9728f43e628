import { serviceTitle } from "./readable-text.ts";
import { partsOfService } from "../../model/lookups.ts";
import type { ContainerName } from "../../language/compose.ts";
import type { Platform } from "../../language/platform.ts";
import { firesAlways } from "../../model/firing-always.ts";
import { shippedLogs, storedLogs } from "../../model/log-shipping.ts";
import type { Model, ServiceModel } from "../../model/model.ts";
import { runningContainers, type RunningContainer } from "../../model/running-containers.ts";
import type { Output } from "../../output.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  headingAnchors,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { amtool, hostUrl, instantQuery } from "../compose/commands.ts";
import { sourceOf } from "../source-of.ts";
import { architecturePicture } from "./architecture-picture.ts";
import { whenPaged, whoIsNotified } from "./monitoring-guide/when-paged.ts";
import { anchorsOf, headingText, pageContext, type PageContext } from "./metric-reference/outline.ts";

/** The first page for anyone who works with the monitoring: what to do, who is notified, what is monitored; then how it is built. */
export const monitoringGuide: Output = (model) => {
  const { services, platform } = model;
  const blocks = [
    heading(1, "The monitoring guide"),
    ...whenPaged(model),
    ...whoIsNotified(model),
    heading(2, "What is monitored"),
    services.length === 0 ? "Nothing yet: no services are defined." : serviceTable(model),
    more(model),
    ...whereToLook(model),
    heading(2, "Architecture"),
    "Arrows follow the data and carry the name of the job that fetches it. Prometheus pulls; nothing is pushed to it.",
    codeBlock("mermaid", architecturePicture(model)),
    heading(2, "Ports"),
    ...portTable(model),
    heading(2, "Start it"),
    `${link("Deploy", "../README.md#the-first-time")} lists what you need and how to start everything, and ${link("Operations", "operations.md")} how it is kept running. To try it without Docker, on simulated services, run ${inlineCode("npx signalbox up")} in the project's folder.`,
    ...verify(model),
    "These pages are generated from the same definitions as the configuration, so they describe what is deployed.",
  ];
  const source = sourceOf([platform, platform.deploy, ...services]);
  return { "docs/MONITORING.md": printMarkdown(blocks, { source }) };
};

/** What the table counts is told at length elsewhere; only pages that exist. */
function more({ dashboards, slos, runbooks }: Model): string {
  return [
    `${link("Alerts", "alerts/README.md")}: what each means, whom it hurts, what to do first.`,
    ...(runbooks.length === 0
      ? []
      : [`${link("Runbooks", "runbooks/README.md")}: what several of them mean together.`]),
    ...(dashboards.length === 0
      ? []
      : [`${link("Dashboards", "dashboards.md")}: what each one shows, panel by panel.`]),
    ...(slos.length === 0
      ? []
      : [
          `${link("Service-level objectives", "slos.md")}: what users were promised, and how fast the error budget burns.`,
        ]),
  ].join(" ");
}

/** The services: what each is, who owns it, and which jobs scrape it. */
function serviceTable(model: Model): string {
  const context = pageContext(model);
  const anchors = alertAnchors(model);
  return table(
    ["service", "what it is", "owner", "alerts", "dashboards", "metrics, by job"],
    model.services.map((service) => row(service, context, anchors.get(service.name) ?? "")),
  );
}

function row(service: ServiceModel, context: PageContext, alertAnchor: string): string[] {
  const { title, description, owner, name } = service;
  const { alerts, dashboards } = partsOfService(context.model, name);
  return [
    context.outlines.has(service) ? link(title, `metrics/${name}.md`) : escapeMarkdown(title),
    escapeMarkdown(description),
    escapeMarkdown(owner),
    alerts.length === 0 ? "none" : link(String(alerts.length), `alerts/README.md#${alertAnchor}`),
    dashboards.length === 0 ? "none" : dashboardsLink(dashboards, context),
    jobLinks(service, context).join(", ") || "none",
  ];
}

/** How many there are, leading to the first: those of a service follow each other on that page. */
function dashboardsLink(own: Model["dashboards"], context: PageContext): string {
  const page = context.dashboards.get(own[0]?.uid ?? "") ?? "";
  return link(String(own.length), page.replace(/^\.\.\//, ""));
}

function jobLinks(service: ServiceModel, { outlines }: PageContext): string[] {
  const parts = outlines.get(service) ?? [];
  const anchors = anchorsOf(parts);
  return parts.flatMap((part) => {
    if (part.kind !== "job") return [];
    return [link(part.job.name, `metrics/${service.name}.md#${anchors.get(headingText(part)) ?? ""}`)];
  });
}

/** The page of all alerts has a heading for each service that has some, in the order of the alerts. */
function alertAnchors(model: Model): Map<string, string> {
  const names = [...new Set(model.alerts.map((alert) => alert.service))];
  const [, ...anchors] = headingAnchors(["Alerts", ...names.map((name) => serviceTitle(name, model))]);
  return new Map(names.map((name, index) => [name, anchors[index] ?? ""]));
}

/** What each program is for. */
const purposes: Readonly<Record<ContainerName, string>> = {
  prometheus: "scrapes and stores samples, evaluates the rules",
  alertmanager: "sends notifications; silences",
  grafana: "dashboards",
  "node-exporter": "metrics of the machine",
  "blackbox-exporter": "probes endpoints from outside",
  "json-exporter": "turns JSON responses into metrics",
  filebeat: "ships log files",
  elasticsearch: "stores log lines",
  kibana: "searches log lines",
};

/** The programs with their ports and addresses. */
function portTable(model: Model): string[] {
  const rows = runningContainers(model).map((container) => [
    inlineCode(container.name),
    purposes[container.name],
    String(container.hostPort ?? "not published"),
    addressOf(container, model.platform),
  ]);
  return [
    table(["program", "what for", "port on the machine", "address"], rows),
    [
      "Names are those in the compose file. All ports are bound to localhost only.",
      ...(shippedLogs(model)
        ? [`The programs for logs run only with the profile ${inlineCode("logs")}.`]
        : []),
    ].join(" "),
  ];
}

/** Where people open it: the URL in the definitions, or else the port on the machine. */
function addressOf({ name, port }: RunningContainer, { externalUrls, deploy }: Platform): string {
  const urls: Partial<Record<ContainerName, string>> = externalUrls;
  const url = urls[name] ?? hostUrl(name, deploy);
  return url ?? `${inlineCode(`${name}:${port}`)}, inside the stack`;
}

/** Commands that check whether everything runs, and what they print when it does. */
function verify(model: Model): string[] {
  const { deploy } = model.platform;
  return [
    heading(2, "Verify"),
    "In the folder with `docker-compose.yml`:",
    codeBlock(
      "sh",
      [
        "docker compose ps",
        ...health(model),
        instantQuery("up == 0", deploy),
        amtool("alert query", deploy),
      ].join("\n"),
    ),
    bulletList([
      `${inlineCode("docker compose ps")}: every container is ${inlineCode("healthy")}${storedLogs(model) ? `; ${inlineCode("kibana-token")} runs once and exits` : ""}.`,
      ...healthItem(model),
      `${inlineCode("up == 0")} prints nothing: all targets are up. If it lists one, see ${link("A target is down", "operations.md#a-target-is-down")}.`,
      alertsItem(model),
    ]),
  ];
}

/** The health endpoints. */
const healthPages: Partial<Record<ContainerName, string>> = {
  prometheus: "/-/ready",
  alertmanager: "/-/ready",
  grafana: "/api/health",
};

function health({ platform: { deploy } }: Model): string[] {
  return (["prometheus", "alertmanager", "grafana"] as const).flatMap((name) => {
    const url = hostUrl(name, deploy);
    return url === undefined ? [] : [`curl -fsS ${url}${healthPages[name] ?? ""}`];
  });
}

function healthItem(model: Model): string[] {
  if (health(model).length === 0) return [];
  return [
    `${inlineCode("curl")} prints the response, such as ${inlineCode("OK")}, or an error when the program is not ready.`,
  ];
}

function alertsItem({ alerts }: Model): string {
  const always = alerts.filter(firesAlways).map(({ name }) => link(name, `alerts/${name}.md`));
  if (always.length === 0) return "Alerts: none when all is well.";
  return `Alerts: only ${always.join(", ")} when all is well. An alert that always fires proves that notifications get through.`;
}

/** The programs that show something, and what each is for. */
function whereToLook(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const { grafana } = deploy;
  const page = (url: string, path: string) => `${url.replace(/\/$/, "")}/${path}`;
  const kibana = storedLogs(model) ? hostUrl("kibana", deploy) : undefined;
  return [
    heading(2, "Where to look"),
    bulletList([
      `${link("Grafana", externalUrls.grafana)}: sign in as ${inlineCode(grafana.adminUser)}, with the password in ${inlineCode(`secrets/${grafana.adminPassword.name}`)}${model.dashboards.length === 0 ? "" : ", and open Dashboards"}.`,
      `${link("Alertmanager", externalUrls.alertmanager)}: what is firing now, and silences for planned work.`,
      `${link("Prometheus: alerts", page(externalUrls.prometheus, "alerts"))}: every rule and its state.`,
      `${link("Prometheus: targets", page(externalUrls.prometheus, "targets"))}: what is scraped, and whether it is up.`,
      ...(shippedLogs(model)
        ? [
            `${link("Logs", "logs.md")}: which files are collected, their fields, and where they are searched.`,
          ]
        : []),
      ...(kibana === undefined
        ? []
        : [`${link("Kibana", kibana)}: logs; ${link("Search", "logs.md#search")} explains how.`]),
    ]),
  ];
}
