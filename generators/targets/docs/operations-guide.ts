import { shippedLogs } from "../../model/log-shipping.ts";
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
import { instantQuery } from "../parts/promtool-command.ts";
import { sourceOf } from "../parts/source-of.ts";
import { alertIsSilent } from "./alert-is-silent.ts";

/** What is done with the running stack, and what to do when it does not do what it should. */
export const operationsGuide: Output = (model) => {
  const { deploy } = model.platform;
  const blocks = [
    heading(1, "Operations"),
    "All commands are run in the folder that holds `docker-compose.yml`.",
    bulletList([
      link("Start it for the first time", "../README.md#the-first-time"),
      link("Change, update, roll back", "../README.md#change-update-roll-back"),
      link("Back up and restore", "../README.md#back-up-and-restore"),
    ]),
    heading(2, "What is kept, and how long"),
    retentionTable(model),
    ...cleanUp(model),
    ...targetIsDown(model),
    ...noData(model),
    ...alertIsSilent(model),
    ...memoryGrows(model),
    link("The monitoring guide", "MONITORING.md"),
  ];
  return { "docs/operations.md": printMarkdown(blocks, { source: sourceOf([model.platform, deploy]) }) };
};

/** How long each kind of data is kept, and where that is said. */
function retentionTable(model: Model): string {
  const { prometheus, place } = model.platform;
  const logs = shippedLogs(model);
  const file = inlineCode(place.file);
  const { "max-size": size, "max-file": files } = containerLogs.options;
  const rows = [
    [
      "samples, in Prometheus",
      `${prometheus.retention}, or less when they would take more than ${prometheus.retentionSizeGiB} GiB`,
      file,
    ],
    // The default of its --data.retention, which compose does not change.
    [
      "silences and what was notified, in Alertmanager",
      "5 days after their end",
      "Alertmanager's own default",
    ],
    ["what people made in Grafana", "until they delete it", "nowhere"],
    ...(logs?.output === "elasticsearch"
      ? [["lines of the services, in Elasticsearch", `${logs.keepDays} days`, file]]
      : []),
    ...(logs
      ? [["what Filebeat says of itself", `the last ${ownLogs.files.keepfiles} days`, "its generator"]]
      : []),
    [
      `what each program prints: ${inlineCode("docker compose logs")}`,
      `of each program the last ${files} files, of ${size.replace("m", " MiB")} at most`,
      "the generator of the compose file",
    ],
  ];
  return table(["what", "how long", "said in"], rows);
}

/** What takes space, and how it is given back. */
function cleanUp(model: Model): string[] {
  const { deploy, place } = model.platform;
  const profile = shippedLogs(model) ? "--profile logs " : "";
  return [
    heading(2, "Clean up"),
    "What takes how much space:",
    codeBlock("sh", `docker system df -v | grep -E 'VOLUME NAME|${deploy.name}_'`),
    bulletList([
      `Old images stay after an update. ${inlineCode("docker image prune -a")} deletes those that no container uses, also those of other projects.`,
      `Less data: shorten what is kept in ${inlineCode(place.file)}, build and deploy. Single series cannot be deleted: Prometheus' admin interface, which could, is not switched on. They go with their age.`,
      `Everything, with all data: ${inlineCode(`docker compose ${profile}down --volumes`)}. ${inlineCode("secrets/")} and ${inlineCode(".env")} stay.`,
    ]),
  ];
}

/** A target that Prometheus cannot read. */
function targetIsDown(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "A target is down"),
    `**Symptom**: ${symptom(model)}.${model.dashboards.length > 0 ? " Its panels have a gap." : ""}`,
    "**How to tell**: which targets, and why. The first prints nothing when all are up; the page has the reason in its column Error.",
    codeBlock("sh", instantQuery("up == 0", deploy)),
    link("Targets", `${prometheusUrl}/targets`),
    `**What to do**: ask the target yourself, from inside of the stack. The command stands with its job, to which ${link("the table of services", "MONITORING.md#what-is-monitored")} leads. Then:`,
    reasons(model),
  ];
}

function symptom(model: Model): string {
  const alerts = model.alerts.filter((alert) => watchesUp(alert, model));
  const series = `${inlineCode("up")} of its job is 0`;
  if (alerts.length === 0) return series;
  const links = alerts.map(({ name }) => link(name, `alerts/${name}.md`));
  return `${series}; ${links.join(", ")} ${links.length === 1 ? "looks" : "look"} at it`;
}

function watchesUp(alert: AlertModel, model: Model): boolean {
  return subjectsOf(alert, model).some(({ key }) => key === "up" || key.startsWith("up of job "));
}

function reasons({ platform: { deploy }, jobs }: Model): string {
  const onHost = jobs.some(({ targets }) =>
    targets.some(({ address }) => address.includes(deploy.hostAlias)),
  );
  const exporters = [
    ...(jobs.some(({ kind }) => kind === "probe") ? [inlineCode("blackbox-exporter")] : []),
    ...(jobs.some(({ kind }) => kind === "json") ? [inlineCode("json-exporter")] : []),
  ];
  const tokens = jobs.some((job) => (job.kind === "probe" ? job.module.bearerToken : job.bearerToken));
  return table(
    ["reason", "what it means"],
    [
      ["connection refused", "The program does not run, or listens on another port."],
      ...(onHost
        ? [
            [
              `connection refused, but it runs on this machine`,
              `The stack reaches this machine as ${inlineCode(deploy.hostAlias)}, so the program must not listen on 127.0.0.1 alone.`,
            ],
          ]
        : []),
      ["no such host", "The name in the target is wrong, or the container of that name does not run."],
      ["context deadline exceeded", "It takes longer than the job waits, or a firewall drops the packets."],
      ...(tokens
        ? [["401, 403", `The token in ${inlineCode("secrets/")} is missing, wrong or out of date.`]]
        : []),
      ["404", "It has no such page, or somebody else answers on its port."],
      ...(exporters.length > 0
        ? [
            [
              "500, 502, 503 of an exporter",
              `The exporter did not understand the target's answer: ${inlineCode("docker compose logs")} of ${exporters.join(" and ")} says why.`,
            ],
          ]
        : []),
    ],
  );
}

/** A panel, or a query, that shows nothing, though its targets are up. */
function noData(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const { metric, prometheusUrl } = {
    metric: model.metrics[0]?.series[0]?.name ?? "up",
    prometheusUrl: externalUrls.prometheus.replace(/\/$/, ""),
  };
  const hasPanels = model.dashboards.length > 0;
  return [
    heading(2, "No data"),
    `**Symptom**: ${hasPanels ? 'a panel says "No data"' : "a query in Prometheus finds nothing"}, but ${link("its target is up", "#a-target-is-down")}.`,
    `**How to tell**: whether Prometheus has the series at all, and of which jobs. Asked of ${inlineCode(metric)}:`,
    codeBlock("sh", instantQuery(`count by (job) (${metric})`, deploy)),
    "**What to do**:",
    numbered([
      hasPanels
        ? `It has series: the panel asks for others. Look at the time and at the choices at the top of the dashboard; then open the panel's query with "Explore" and take its matchers out one by one.`
        : "It has series: the query asks for others. Take its matchers out one by one.",
      `It has none: the target does not export it. A counter is often exported only after the first event. Read what the target answers: the command stands with its job, to which ${link("the table of services", "MONITORING.md#what-is-monitored")} leads.`,
      ...(model.jobs.some(({ kind }) => kind === "json")
        ? [
            `It comes from a JSON answer: a field that is missing there is missing here; ${inlineCode("docker compose logs json-exporter")} names it.`,
          ]
        : []),
      ...(model.recordings.length > 0
        ? [
            `It is a recording: ${link("Rules", `${prometheusUrl}/rules`)} has the error of its last evaluation.`,
          ]
        : []),
      `It is older than ${model.platform.prometheus.retention}: Prometheus keeps no more.`,
    ]),
  ];
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}

/** A program of the stack that takes more and more memory, and what is behind it. */
function memoryGrows(model: Model): string[] {
  const { deploy, externalUrls } = model.platform;
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "Memory grows"),
    "**Symptom**: a program is slow or starts again and again. One that reaches its limit is ended and started anew.",
    "**How to tell**: who takes how much, and how often Prometheus was started anew:",
    codeBlock(
      "sh",
      [
        "docker stats --no-stream $(docker compose ps -q)",
        `docker inspect --format '{{.RestartCount}}' $(docker compose ps -q prometheus)`,
      ].join("\n"),
    ),
    limits(model),
    `Prometheus' memory grows with the number of its series. Which metrics have the most, and which jobs, these say, and ${link("TSDB status", `${prometheusUrl}/tsdb-status`)}, which has the labels too:`,
    codeBlock(
      "sh",
      [
        instantQuery('topk(10, count by (__name__) ({__name__!=""}))', deploy),
        instantQuery('topk(10, count by (job) ({__name__!=""}))', deploy),
      ].join("\n"),
    ),
    `**What to do**: a label with ever new values, such as an id or an address, is the usual reason. Take it out where the metric is made; its series leave memory some hours later. If all of them are wanted, raise ${inlineCode("memoryMiB")} in ${inlineCode(deploy.place.file)}, build and deploy.`,
  ];
}

function limits(model: Model): string {
  const rows = runningContainers(model).map(({ name, memoryMiB }) => [inlineCode(name), `${memoryMiB} MiB`]);
  return table(["program", "limit of memory"], rows);
}
