import type { Model, ServiceModel } from "../../../model/model.ts";
import { headingAnchors } from "../../../text/heading-anchors.ts";
import { escapeMarkdown, link, table } from "../../../text/markdown.ts";
import { pageContext, type PageContext } from "../metric-reference/page-context.ts";
import { anchorsOf, headingText } from "../metric-reference/outline.ts";

/** The services: what each is, who answers for it, and by which jobs it is asked. */
export function serviceTable(model: Model): string {
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
