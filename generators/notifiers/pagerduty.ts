import * as z from "zod";
import type { PagerDutyOptions } from "../language/notifier.ts";
import type { Severity } from "../language/alert.ts";
import { secretOfFile } from "../shape-values.ts";
import type { NotifierType } from "./notifier.ts";
import { links, ofTheWorst, use } from "./template.ts";

export const pagerDuty: NotifierType<PagerDutyOptions> = {
  word: "pagerDuty",
  section: "pagerduty_configs",
  config: ({ routingKey }, { deploy }) => ({
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
  }),
  templates: ({ severities }) => [ofTheWorst("pagerduty_severity", severities, severityOf, "info")],
  label: () => "PagerDuty",
  secrets: ({ routingKey }) => [routingKey],
  usesMail: false,
  shape: z.object({ routingKey: secretOfFile }),
  texts: {
    html: [],
    // These are shown beside the message. Alerts of several components, for example, have none in common.
    optional: ["details.firing", "details.resolved", "class", "component", "group"],
    // Alertmanager truncates the description to 1024 characters.
    limits: {},
  },
};

/** PagerDuty knows four. A severity of the same name keeps it; others go by rank. */
const known = ["critical", "error", "warning", "info"] as const;

function severityOf({ name, rank }: Severity): string {
  const same = known.find((one) => one === name);
  return same ?? known[Math.max(rank, 1) - 1] ?? "info";
}
