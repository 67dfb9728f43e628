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
import { dashboardTable } from "./dashboard-guide.ts";
import { anchorsOf, headingText, pageContext, type PageContext } from "./metric-reference/outline.ts";

/** The first page for anyone who works with the monitoring: what there is, how it fits together, where to look. */
export const monitoringGuide: Output = (model) => {
  const { services, platform } = model;
  const blocks = [
    heading(1, "The monitoring guide"),
    "What is monitored, by which programs, and where to look. These pages are generated from the same definitions as the configuration, so they describe what is deployed.",
    bulletList(guidePages(model).map(({ title, path, what }) => `${link(title, path)}: ${what}`)),
    heading(2, "What is monitored"),
    services.length === 0 ? "Nothing yet: no services are defined." : serviceTable(model),
    heading(2, "Architecture"),
    "Arrows follow the data and carry the name of the job that fetches it. Prometheus pulls; nothing is pushed to it.",
    codeBlock("mermaid", architecturePicture(model)),
    heading(2, "Ports"),
    ...portTable(model),
    heading(2, "Start it"),
    `${link("Deploy", "../README.md#the-first-time")} lists what you need and how to start everything. To try it without Docker, on simulated services, run ${inlineCode("npx signalbox up")} in the project's folder.`,
    ...verify(model),
    ...firstLook(model),
  ];
  const source = sourceOf([platform, platform.deploy, ...services]);
  return { "docs/MONITORING.md": printMarkdown(blocks, { source }) };
};

/** A page that the guide leads to, by its path from docs/. */
interface GuidePage {
  readonly title: string;
  readonly path: string;
  /** What a reader finds there: Markdown. */
  readonly what: string;
}

/** The pages other than each service's metrics, which the table of services links to. Only pages that exist. */
function guidePages(model: Model): GuidePage[] {
  return [
    {
      title: "Alerts",
      path: "alerts/README.md",
      what: "what each alert means, who is affected, what to do first",
    },
    ...(model.runbooks.length === 0
      ? []
      : [
          {
            title: "Runbooks",
            path: "runbooks/README.md",
            what: "patterns that no single alert explains: how to recognize them, and what to do",
          },
        ]),
    ...(model.slos.length === 0
      ? []
      : [
          {
            title: "Service-level objectives",
            path: "slos.md",
            what: "what users were promised, and how fast the error budget is burning",
          },
        ]),
    {
      title: "Notification routing",
      path: "routing.md",
      what: "who is notified of which alert, and how soon",
    },
    ...(model.dashboards.length === 0
      ? []
      : [{ title: "Dashboards", path: "dashboards.md", what: "what each one shows, panel by panel" }]),
    ...(shippedLogs(model)
      ? [
          {
            title: "Logs",
            path: "logs.md",
            what: "which files are collected, their fields, and how to search them",
          },
        ]
      : []),
    {
      title: "Operations",
      path: "operations.md",
      what: `retention, cleaning up, and what to do when a target is down, data is missing${model.alerts.length === 0 ? "" : ", an alert notifies nobody"} or memory keeps growing`,
    },
    {
      title: "Deploy",
      path: "../README.md",
      what: "first start, secrets, changes, updates, backups",
    },
  ];
}

/** The services: what each is, who owns it, and which jobs scrape it. */
function serviceTable(model: Model): string {
  const context = pageContext(model);
  return table(
    ["service", "what it is", "owner", "metrics, by job", "alerts", "dashboards"],
    model.services.map((service) => row(service, context)),
  );
}

function row(service: ServiceModel, context: PageContext): string[] {
  const { title, description, owner, name } = service;
  const isOwn = (one: { readonly service: string }): boolean => one.service === name;
  const alerts = context.model.alerts.filter(isOwn);
  const dashboards = context.model.dashboards.filter(isOwn);
  return [
    context.outlines.has(service) ? link(title, `metrics/${name}.md`) : escapeMarkdown(title),
    escapeMarkdown(description),
    escapeMarkdown(owner),
    jobLinks(service, context).join("<br>") || "none",
    alerts.length === 0
      ? "none"
      : link(String(alerts.length), `alerts/README.md#${alertAnchor(service, context.model)}`),
    dashboards
      .map(({ uid, title: text }) => link(text, (context.dashboards.get(uid) ?? "").replace(/^\.\.\//, "")))
      .join("<br>") || "none",
  ];
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
function alertAnchor(service: ServiceModel, { alerts, services }: Model): string {
  const names = [...new Set(alerts.map((alert) => alert.service))];
  const titles = names.map((name) => services.find((one) => one.name === name)?.title ?? name);
  const [, ...anchors] = headingAnchors(["Alerts", ...titles]);
  return anchors[names.indexOf(service.name)] ?? "";
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

/** Where to look when you see all this for the first time. */
function firstLook(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const { grafana } = deploy;
  const page = (url: string, path: string) => `${url.replace(/\/$/, "")}/${path}`;
  const kibana = storedLogs(model) ? hostUrl("kibana", deploy) : undefined;
  const steps = [
    `${link("Grafana", externalUrls.grafana)}: sign in as ${inlineCode(grafana.adminUser)}, with the password in ${inlineCode(`secrets/${grafana.adminPassword.name}`)}${model.dashboards.length === 0 ? "" : ", and open Dashboards"}.`,
    `${link("Prometheus: targets", page(externalUrls.prometheus, "targets"))}: what is scraped, and whether it is up.`,
    `${link("Prometheus: alerts", page(externalUrls.prometheus, "alerts"))}: every rule and its state.`,
    `${link("Alertmanager", externalUrls.alertmanager)}: what is firing now, and silences for planned work.`,
    ...(kibana === undefined
      ? []
      : [`${link("Kibana", kibana)}: logs; ${link("Search", "logs.md#search")} explains how.`]),
  ];
  return [
    heading(2, "First look"),
    steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    ...(model.dashboards.length === 0 ? [] : ["Dashboards:", dashboardTable(model, "dashboards.md")]),
  ];
}
