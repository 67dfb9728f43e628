import type { Platform } from "../../language/platform.ts";
import type {
  DiscordNotifier,
  EmailNotifier,
  PagerDutyNotifier,
  Receiver,
  SlackNotifier,
  WebhookNotifier,
} from "../../language/receiver.ts";

/**
 * A receiver with all its notifiers. Each hears of the end of an alert too: who was woken should know that it is over.
 *
 * The texts are the templates that `alertmanager-templates.ts` writes.
 */
export function receiverSection(receiver: Receiver, { deploy }: Platform): object {
  return {
    name: receiver.name,
    pagerduty_configs: receiver.pagerDuty?.map((notifier) => pagerDutySection(notifier, deploy.name)),
    slack_configs: receiver.slack?.map(slackSection),
    discord_configs: receiver.discord?.map(discordSection),
    email_configs: receiver.email?.map(emailSection),
    webhook_configs: receiver.webhook?.map(webhookSection),
  };
}

function pagerDutySection({ routingKey }: PagerDutyNotifier, client: string): object {
  return {
    routing_key_file: routingKey.path,
    send_resolved: true,
    description: use("title"),
    severity: use("pagerduty_severity"),
    class: "{{ .CommonLabels.alertname }}",
    component: "{{ .CommonLabels.component }}",
    group: "{{ .CommonLabels.service }}",
    client,
    client_url: use("alertmanager_url"),
    // The four keys that Alertmanager would fill in by itself.
    details: {
      firing: '{{ template "signalbox.alerts" .Alerts.Firing }}',
      resolved: '{{ template "signalbox.alerts" .Alerts.Resolved }}',
      num_firing: "{{ len .Alerts.Firing }}",
      num_resolved: "{{ len .Alerts.Resolved }}",
    },
    links: linkNames.map(({ text, template }) => ({ href: use(template), text })),
  };
}

function slackSection({ webhookUrl, channel }: SlackNotifier): object {
  return {
    api_url_file: webhookUrl.path,
    channel,
    send_resolved: true,
    color: use("color"),
    title: use("title"),
    title_link: use("alertmanager_url"),
    text: use("text"),
    fallback: use("title"),
    actions: linkNames.map(({ text, template }) => ({ type: "button", text, url: use(template) })),
  };
}

function discordSection({ webhookUrl }: DiscordNotifier): object {
  return {
    webhook_url_file: webhookUrl.path,
    send_resolved: true,
    title: use("title"),
    message: use("text"),
  };
}

function emailSection({ to }: EmailNotifier): object {
  return {
    to,
    send_resolved: true,
    headers: { Subject: use("title") },
    html: use("email_html"),
    text: use("text"),
  };
}

function webhookSection({ url }: WebhookNotifier): object {
  return {
    url_file: url.path,
    send_resolved: true,
    // An alert is about 1 KiB of JSON and many servers refuse more than 1 MiB; `truncatedAlerts` says how many were cut.
    max_alerts: 500,
  };
}

/** What whoever is woken opens first, second and third. */
const linkNames = [
  { text: "Runbook", template: "runbook_url" },
  { text: "Dashboard", template: "dashboard_url" },
  { text: "Silence", template: "silence_url" },
] as const;

function use(template: string): string {
  return `{{ template "signalbox.${template}" . }}`;
}
