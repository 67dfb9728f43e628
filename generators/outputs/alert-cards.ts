import { dashboardsOfAlert, dashboardUrl } from "../model/dashboards-of-alert.ts";
import type { Model } from "../model/model.ts";
import type { AlertModel } from "../model/rule-model.ts";
import type { Files, Output } from "../output.ts";
import { bulletList, codeBlock, heading, inlineCode, link, printMarkdown, table } from "../text/markdown.ts";
import { formatPromql } from "../text/promql-format.ts";
import { runbookSection } from "./alert-cards/runbook-section.ts";
import { readableText } from "./parts/readable-text.ts";

/** The runbook: a page for each alert, which its `runbook_url` leads to. */
export const alertCards: Output = (model): Files =>
  Object.fromEntries(model.alerts.map((alert) => [`docs/alerts/${alert.name}.md`, card(alert, model)]));

/** What somebody needs who was just woken stands first: what it means, whom it hurts, what to do. */
function card(alert: AlertModel, model: Model): string {
  const blocks = [
    heading(1, alert.name),
    readableText(alert.annotations["summary"] ?? ""),
    urgency(alert),
    heading(2, "What it means"),
    readableText(alert.annotations["description"] ?? ""),
    heading(2, "Impact"),
    readableText(alert.impact),
    heading(2, "First actions"),
    alert.actions.map(action).join("\n"),
    heading(2, "Expression"),
    codeBlock("promql", formatPromql(alert.expr)),
    duration(alert),
    heading(2, "Labels"),
    labelTable(alert),
    heading(2, "Dashboards"),
    dashboardLinks(alert, model),
    ...runbookSection(alert, model),
    link("All alerts", "README.md"),
  ];
  return printMarkdown(blocks, { source: alert.place.file });
}

function urgency({ severity, service, component }: AlertModel): string {
  return table(
    ["severity", "response", "service", "component"],
    [[`**${severity.name}**`, readableText(severity.response), inlineCode(service), inlineCode(component)]],
  );
}

function action(text: string, index: number): string {
  const marker = `${index + 1}. `;
  // Further lines belong to the item only when they are indented as far as its text.
  return marker + readableText(text).replaceAll("\n", `\n${" ".repeat(marker.length)}`);
}

function duration({ for: held, forMs, keepFiringFor }: AlertModel): string {
  const start = forMs === 0 ? "It fires as soon as this holds" : `It fires when this has held for ${held}`;
  const end =
    keepFiringFor === undefined
      ? "until it no longer holds"
      : `until ${keepFiringFor} after it no longer holds`;
  return `${start}, ${end}.`;
}

function labelTable({ labels }: AlertModel): string {
  return table(
    ["label", "value"],
    Object.entries(labels).map(([name, value]) => [inlineCode(name), inlineCode(value)]),
  );
}

function dashboardLinks(alert: AlertModel, model: Model): string {
  const found = dashboardsOfAlert(alert, model);
  if (found.length === 0) return "No dashboard shows what this alert looks at.";
  return bulletList(
    found.map((dashboard) => link(dashboard.title, dashboardUrl(dashboard, model.platform.stack))),
  );
}
