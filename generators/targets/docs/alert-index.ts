import { partsOfService } from "../../model/lookups.ts";
import type { Model } from "../../model/model.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Output } from "../../output.ts";
import { heading, link, printMarkdown, table } from "../../text/markdown.ts";
import { readableText, serviceTitle } from "./readable-text.ts";
import { sourceOf } from "../source-of.ts";

/** The list of all alerts, by service and severity, with a link to the page of each. */
export const alertIndex: Output = (model) => {
  const services = [...new Set(model.alerts.map(({ service }) => service))];
  const blocks = [
    heading(1, "Alerts"),
    introduction(model.alerts.length),
    ...services.flatMap((service) => [heading(2, serviceTitle(service, model)), alertTable(service, model)]),
  ];
  return { "docs/alerts/README.md": printMarkdown(blocks, { source: sourceOf(model.alerts) }) };
};

function introduction(count: number): string {
  if (count === 0) return "No alerts are defined.";
  return `Each alert has a page that says what it means and what to do first. The most severe come first. ${link("Notification routing", "../routing.md")} says who is notified of each, and how soon.`;
}

function alertTable(service: string, model: Model): string {
  const own = partsOfService(model, service).alerts;
  const worstFirst = own.toSorted((a, b) => a.severity.rank - b.severity.rank);
  return table(["alert", "severity", "fires after", "summary"], worstFirst.map(row));
}

function row({ name, severity, for: held, forMs, annotations }: AlertModel): string[] {
  return [
    link(name, `${name}.md`),
    severity.name,
    forMs === 0 ? "immediately" : held,
    readableText(annotations["summary"] ?? ""),
  ];
}
