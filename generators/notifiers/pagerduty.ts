import * as z from "zod";
import type { PagerDutyOptions } from "../language/notifier.ts";
import type { Severity } from "../language/alert.ts";
import { secretOfFile } from "../shape-values.ts";
import { cut, type NotifierPlatform, type NotifierType } from "./notifier.ts";
import { links, ofTheWorst, use } from "./template.ts";

function config({ routingKey }: PagerDutyOptions, { deploy }: Pick<NotifierPlatform, "deploy">) {
  return {
    routing_key_file: routingKey.path,
    send_resolved: true,
    description: use("title"),
    severity: use("pagerduty_severity"),
    class: "{{ .CommonLabels.alertname }}",
    component: "{{ .CommonLabels.component }}",
    group: "{{ .CommonLabels.service }}",
    client: deploy.name,
    client_url: use("alertmanager_url"),
    // The four keys that Alertmanager would fill in by itself.
    details: {
      firing: '{{ template "signalbox.alerts" .Alerts.Firing }}',
      resolved: '{{ template "signalbox.alerts" .Alerts.Resolved }}',
      num_firing: "{{ len .Alerts.Firing }}",
      num_resolved: "{{ len .Alerts.Resolved }}",
    },
    links: links.map(({ text, template }) => ({ href: use(template), text })),
  };
}

/** Alertmanager truncates what is longer: https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTgx-send-an-alert-event */
const mostOfSummary = 1024;

export const pagerDuty: NotifierType<PagerDutyOptions> = {
  word: "pagerDuty",
  section: "pagerduty_configs",
  config,
  templates: ({ severities }) => [ofTheWorst("pagerduty_severity", severities, severityOf, "info")],
  label: () => "PagerDuty",
  secrets: ({ routingKey }) => [routingKey],
  usesMail: false,
  shape: z.object({ routingKey: secretOfFile }),
  texts: {
    html: [],
    // These are shown beside the message. Alerts of several components, for example, have none in common.
    optional: ["details.firing", "details.resolved", "class", "component", "group"],
    // Alertmanager truncates the description.
    limits: {},
  },
  message: {
    body(options, { say, notification: { isFiring } }, platform) {
      const entry = config(options, platform);
      const details = Object.entries(entry.details).map(([name, text]) => [name, say(text)] as const);
      const payload = {
        summary: cut(say(entry.description), mostOfSummary),
        // Alertmanager's default.
        source: entry.client,
        severity: say(entry.severity),
        class: say(entry.class),
        component: say(entry.component),
        group: say(entry.group),
        custom_details: Object.fromEntries(details),
      };
      return {
        event_action: isFiring ? "trigger" : "resolve",
        payload,
        client: entry.client,
        client_url: say(entry.client_url),
        links: entry.links.map(({ href, text }) => ({ href: say(href), text })),
      };
    },
    read: ["payload.summary", "payload.custom_details.firing", "payload.custom_details.resolved"],
    unsaid: ["routing_key", "dedup_key"],
  },
};

/** PagerDuty knows four. A severity of the same name keeps it; others go by rank. */
const known = ["critical", "error", "warning", "info"] as const;

function severityOf({ name, rank }: Severity): string {
  const same = known.find((one) => one === name);
  return same ?? known[Math.max(rank, 1) - 1] ?? "info";
}
