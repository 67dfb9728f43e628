import type { Model } from "../../../model/model.ts";
import { codeBlock, heading, inlineCode, link } from "../../../text/markdown.ts";
import { instantQuery } from "../../parts/promtool-command.ts";

/** A panel, or a query, that shows nothing, though its targets are up. */
export function noData(model: Model): string[] {
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
