import { secretFile } from "signalbox";

export const pagerDutyKey = secretFile(
  "pagerduty_routing_key",
  "Integration key (Events API v2) of the on-call service in PagerDuty.",
);
export const slackWebhookUrl = secretFile(
  "slack_webhook_url",
  "Incoming webhook of the Slack workspace, https://hooks.slack.com/services/….",
);
export const deadMansSwitchUrl = secretFile(
  "dead_mans_switch_url",
  "Check-in address of a service outside of this stack that calls on-call when the check-ins stop.",
);
export const smtpPassword = secretFile(
  "smtp_password",
  "Password of the mailbox that notifications are sent from.",
);
export const grafanaAdminPassword = secretFile(
  "grafana_admin_password",
  "First password of Grafana's admin; choose one.",
);
export const elasticsearchPassword = secretFile(
  "elasticsearch_password",
  "Password of Elasticsearch's superuser, for people who open Kibana; choose one.",
);
