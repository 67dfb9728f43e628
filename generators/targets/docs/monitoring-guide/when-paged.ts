import type { Model } from "../../../model/model.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";
import { notifierLabels } from "../../../notifiers/of-receivers.ts";
import {
  type AlertRouting,
  notificationRouting,
  type NotifyingRoute,
} from "../../../routing/notification-routing.ts";
import { escapeMarkdown, heading, link, table } from "../../../text/markdown.ts";
import { readableText, serviceTitle } from "../readable-text.ts";

/** What somebody does who was just notified, and where it is written. */
export function whenPaged(model: Model): string[] {
  if (model.alerts.length === 0) return [];
  const { externalUrls } = model.platform;
  const steps = [
    `Open the alert's page: Runbook in the notification leads to it. Without the link, find its name in ${link("the list of alerts", "alerts/README.md")}.`,
    `Do its first actions from the top.${model.dashboards.length === 0 ? "" : " The panels that they name are links; those of the alert's series are below them."}`,
    ...(model.runbooks.length === 0
      ? []
      : [
          `Several alerts at once, or none that fits? ${link("Runbooks", "runbooks/README.md")} are for patterns that no single alert explains.`,
        ]),
    `${shippedLogs(model) ? `Look at ${link("the logs", "logs.md")} of that time. ` : ""}Is it the monitoring itself? ${link("Operations", "operations.md")} says what to do when a target is down, data is missing or an alert notifies nobody.`,
    `It is known and somebody works on it: silence it in ${link("Alertmanager", externalUrls.alertmanager)}.`,
  ];
  return [heading(2, "When you are paged"), steps.map((step, index) => `${index + 1}. ${step}`).join("\n")];
}

/** For each severity that alerts have: how soon somebody looks, and who. */
export function whoIsNotified(model: Model): string[] {
  const routing = link("Notification routing", "routing.md");
  if (model.alerts.length === 0)
    return [heading(2, "Who is notified"), `Nobody yet: no alerts are defined. ${routing} has the routes.`];
  const routings = notificationRouting(model);
  const severities = Object.values(model.platform.severities).toSorted((a, b) => a.rank - b.rank);
  const rows = severities.flatMap((severity) => {
    const own = routings.filter(({ alert }) => alert.severity.name === severity.name);
    if (own.length === 0) return [];
    return [
      [
        escapeMarkdown(severity.name),
        readableText(severity.response),
        receiversOf(own, model).join("; ") || "nobody",
      ],
    ];
  });
  return [
    heading(2, "Who is notified"),
    table(["severity", "response", "who, depending on the alert"], rows),
    `${routing} has a row for each alert: who is notified, how soon, and what is muted when.`,
  ];
}

/** The receivers of some alerts, each with the services that it is for, where it is not for all of these. */
function receiversOf(routings: readonly AlertRouting[], model: Model): string[] {
  const services = new Map<string, Set<string>>();
  for (const { alert, routes } of routings)
    for (const words of routes.map(receiverWords))
      services.set(words, (services.get(words) ?? new Set()).add(alert.service));
  const all = new Set(routings.map(({ alert }) => alert.service));
  return [...services].map(([words, own]) => {
    const titles = [...own].map((name) => escapeMarkdown(serviceTitle(name, model)));
    return own.size === all.size ? words : `${words}, only for ${titles.join(", ")}`;
  });
}

function receiverWords({ settings: { receiver } }: NotifyingRoute): string {
  const labels = notifierLabels(receiver);
  const how = labels.length === 0 ? "notifies nobody" : labels.map(escapeMarkdown).join(", ");
  return `${escapeMarkdown(receiver.name)} (${how})`;
}
