import { alertmanagerRetention } from "../../language/platform.ts";
import { shippedLogs } from "../../model/log-shipping.ts";
import { exportersOf, noDataReasons, secretsOfJob } from "../../jobs/of-jobs.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { runningContainers } from "../../model/running-containers.ts";
import { subjectsOf } from "../../model/subjects.ts";
import type { Output } from "../../output.ts";
import {
  bulletList,
  codeBlock,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { containerLogs } from "../compose/compose-service.ts";
import { ownLogs } from "../filebeat/config.ts";
import { instantQuery } from "../compose/commands.ts";
import { sourceOf } from "../source-of.ts";
import { alertNotifiesNobody } from "./alert-notifies-nobody.ts";

/** How to run the stack, and what to do when it misbehaves. */
export const operationsGuide: Output = (model) => {
  const { deploy } = model.platform;
  const blocks = [
    heading(1, "Operations"),
    "Run all commands in the folder with `docker-compose.yml`.",
    bulletList([
      link("Start it for the first time", "../README.md#the-first-time"),
      link("Change, update, roll back", "../README.md#change-update-roll-back"),
      link("Back up and restore", "../README.md#back-up-and-restore"),
    ]),
    heading(2, "Retention"),
    retentionTable(model),
    ...cleanUp(model),
    ...targetIsDown(model),
    ...noData(model),
    ...alertNotifiesNobody(model),
    ...memoryGrows(model),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/operations.md": printMarkdown(blocks, { source: sourceOf([model.platform, deploy]) }) };
};

function alertmanagerKeeps({ platform: { alertmanager, place } }: Model): [string, string] {
  const { retention } = alertmanager;
  return retention === alertmanagerRetention
    ? ["5 days after they end", "Alertmanager's default"]
    : [`${retention} after they end`, inlineCode(place.file)];
}

/** How long each kind of data is kept, and where to change that. */
function retentionTable(model: Model): string {
  const { prometheus, place } = model.platform;
  const logs = shippedLogs(model);
  const file = inlineCode(place.file);
  const { "max-size": size, "max-file": files } = containerLogs.options;
  const rows = [
    [
      "samples in Prometheus",
      `${prometheus.retention}, or less once they take more than ${prometheus.retentionSizeGiB} GiB`,
      file,
    ],
    ["silences and the notification log in Alertmanager", ...alertmanagerKeeps(model)],
    ["what people create in Grafana", "until they delete it", "not configured"],
    ...(logs?.output === "elasticsearch"
      ? [["log lines of the services in Elasticsearch", `${logs.keepDays} days`, file]]
      : []),
    ...(logs
      ? [["Filebeat's own log", `the last ${ownLogs.files.keepfiles} days`, "fixed by signalbox"]]
      : []),
    [
      `container output (${inlineCode("docker compose logs")})`,
      `the last ${files} files of up to ${size.replace("m", " MiB")} per container`,
      "fixed by signalbox",
    ],
  ];
  return table(["data", "kept for", "set in"], rows);
}

/** What takes disk space, and how to free it. */
function cleanUp(model: Model): string[] {
  const { deploy, place } = model.platform;
  const profile = shippedLogs(model) ? "--profile logs " : "";
  return [
    heading(2, "Clean up"),
    "How much disk space everything takes:",
    codeBlock("sh", `docker system df -v | grep -E 'VOLUME NAME|${deploy.name}_'`),
    bulletList([
      `Old images stay after an update. ${inlineCode("docker image prune -a")} deletes all images that no container uses, including those of other projects.`,
      `To keep less data, shorten the retention in ${inlineCode(place.file)}, build and deploy. Single series cannot be deleted, because Prometheus' admin API is off; they expire.`,
      `To remove everything, including all data: ${inlineCode(`docker compose ${profile}down --volumes`)}. This keeps ${inlineCode("secrets/")} and ${inlineCode(".env")}.`,
    ]),
  ];
}

/** A target that Prometheus cannot scrape. */
function targetIsDown(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "A target is down"),
    `**Symptom**: ${symptom(model)}.${model.dashboards.length > 0 ? " Its panels have gaps." : ""}`,
    "**Check**: the query lists the targets that are down, and prints nothing when all are up. The Error column of the targets page has the reason.",
    codeBlock("sh", instantQuery("up == 0", deploy)),
    link("Targets", `${prometheusUrl}/targets`),
    `**What to do**: query the target yourself from inside the stack. The command is on the page of its job, linked from ${link("the table of services", "MONITORING.md#what-is-monitored")}. Then:`,
    reasons(model),
  ];
}

function symptom(model: Model): string {
  const alerts = model.alerts.filter((alert) => watchesUp(alert, model));
  const series = `${inlineCode("up")} of its job is 0`;
  if (alerts.length === 0) return series;
  const links = alerts.map(({ name }) => link(name, `alerts/${name}.md`));
  return `${series}; ${links.join(", ")} ${links.length === 1 ? "watches" : "watch"} it`;
}

function watchesUp(alert: AlertModel, model: Model): boolean {
  return (
    alert.guardOf === undefined &&
    subjectsOf(alert, model).some(({ key }) => key === "up" || key.startsWith("up of job "))
  );
}

/** What Prometheus 3 says of an answer that names no format of metrics; before, it took each for text. */
const unknownFormat = [
  "blank Content-Type, unsupported Content-Type",
  `The response does not say in a way that Prometheus knows which format it has. If it is a web page, another program or a sign-in answers. If it is metrics, have the program send ${inlineCode("text/plain; version=0.0.4")}, or name the format in its job: ${inlineCode('fallbackProtocol: "PrometheusText0.0.4"')}.`,
];

function reasons({ platform: { deploy }, jobs }: Model): string {
  const onHost = jobs.some(({ targets }) =>
    targets.some(({ address }) => address.includes(deploy.hostAlias)),
  );
  const exporters = exportersOf(jobs).map(inlineCode);
  const tokens = jobs.some((job) => secretsOfJob(job).length > 0);
  return table(
    ["error", "what it means"],
    [
      ["connection refused", "The program is not running, or listens on another port."],
      ...(onHost
        ? [
            [
              `connection refused, but the program runs on this machine`,
              `The stack reaches this machine as ${inlineCode(deploy.hostAlias)}, so the program must listen on more than 127.0.0.1.`,
            ],
          ]
        : []),
      ["no such host", "The host name in the target is wrong, or the container of that name is not running."],
      [
        "context deadline exceeded",
        "The response takes longer than the job's timeout, or a firewall drops the packets.",
      ],
      ...(tokens
        ? [["401, 403", `The token in ${inlineCode("secrets/")} is missing, wrong or expired.`]]
        : []),
      ...(jobs.some(({ kind }) => kind === "scrape") ? [unknownFormat] : []),
      ["404", "The program has no such path, or another program listens on this port."],
      ...(exporters.length > 0
        ? [
            [
              "500, 502, 503 from an exporter",
              `The exporter could not use the target's response: see ${inlineCode("docker compose logs")} for ${exporters.join(" and ")}.`,
            ],
          ]
        : []),
    ],
  );
}

/** A panel or a query that shows nothing though its targets are up. */
function noData(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const { metric, prometheusUrl } = {
    metric: model.metrics[0]?.series[0]?.name ?? "up",
    prometheusUrl: externalUrls.prometheus.replace(/\/$/, ""),
  };
  const hasPanels = model.dashboards.length > 0;
  return [
    heading(2, "No data"),
    `**Symptom**: ${hasPanels ? 'a panel says "No data"' : "a query in Prometheus returns nothing"}, but ${link("its target is up", "#a-target-is-down")}.${guarded(model)}`,
    `**Check**: does Prometheus have the series at all, and from which jobs? For example, for ${inlineCode(metric)}:`,
    codeBlock("sh", instantQuery(`count by (job) (${metric})`, deploy)),
    "**What to do**:",
    numbered([
      hasPanels
        ? `If it has series, the panel asks for different ones. Check the time range and the variables at the top of the dashboard, then open the panel in Explore and remove its matchers one by one.`
        : "If it has series, the query asks for different ones. Remove its matchers one by one.",
      `If it has none, the target does not export it. Many counters appear only after the first event. Look at what the target returns: the command is on the page of its job, linked from ${link("the table of services", "MONITORING.md#what-is-monitored")}.`,
      ...noDataReasons(model.jobs),
      ...(model.recordings.length > 0
        ? [
            `If it is a recording rule, ${link("Rules", `${prometheusUrl}/rules`)} has the error of its last evaluation.`,
          ]
        : []),
      `If it is older than ${model.platform.prometheus.retention}, Prometheus has dropped it.`,
    ]),
  ];
}

/** That alerts say it of what other alerts rest on. */
function guarded({ alerts }: Model): string {
  const guards = alerts.filter(({ guardOf }) => guardOf !== undefined);
  if (guards.length === 0) return "";
  const links = guards.map(({ name }) => link(name, `alerts/${name}.md`));
  return ` Where alerts rest on what is missing, ${links.join(", ")} ${links.length === 1 ? "fires" : "fire"}.`;
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}

/** A program of the stack that takes more and more memory, and why. */
function memoryGrows(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "Memory keeps growing"),
    "**Symptom**: a program is slow or keeps restarting. A container that reaches its memory limit is killed and restarted.",
    "**Check**: memory per container, and how often Prometheus was restarted:",
    codeBlock(
      "sh",
      [
        "docker stats --no-stream $(docker compose ps -q)",
        `docker inspect --format '{{.RestartCount}}' $(docker compose ps -q prometheus)`,
      ].join("\n"),
    ),
    limits(model),
    `Prometheus' memory grows with the number of series. These queries show which metrics and jobs have the most; ${link("TSDB status", `${prometheusUrl}/tsdb-status`)} also shows labels:`,
    codeBlock(
      "sh",
      [
        instantQuery('topk(10, count by (__name__) ({__name__!=""}))', deploy),
        instantQuery('topk(10, count by (job) ({__name__!=""}))', deploy),
      ].join("\n"),
    ),
    `**What to do**: the usual cause is a label with ever new values, such as an id or an address. Remove it where the metric is exported; its series leave memory a few hours later. If you need all of them, raise ${inlineCode("memoryMiB")} in ${inlineCode(deploy.place.file)}, build and deploy.`,
  ];
}

function limits(model: Model): string {
  const rows = runningContainers(model).map(({ name, memoryMiB }) => [inlineCode(name), `${memoryMiB} MiB`]);
  return table(["program", "memory limit"], rows);
}
