import type { Model } from "../../../model/model.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { subjectsOf } from "../../../model/subjects.ts";
import { codeBlock, heading, inlineCode, link, table } from "../../../text/markdown.ts";
import { instantQuery } from "../../parts/promtool-command.ts";

/** A target that Prometheus cannot read. */
export function targetIsDown(model: Model): string[] {
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
