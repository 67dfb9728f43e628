import { alert, grows, holds, jobsWithoutDownAlert, ruleGroup, vector } from "signalbox";
import { high, info, medium } from "../severities.ts";
import { alertmanager, prometheus } from "./metrics.ts";
import { grafanaJob } from "./scrape.ts";

export * from "./host-alerts.ts";
export * from "./log-alerts.ts";

const group = ruleGroup("monitoring_alerts", { every: "30s" });

export const Watchdog = alert({
  severity: info,
  component: "watchdog",
  expr: vector(1).gt(0),
  for: "0m",
  scenario: { given: [], whenMissing: "firing" },
  equivalentMutants: { "comparison not strict": "It compares 1 with 0, and so never equal numbers." },
  group,
  summary: "Alerting works",
  description: "Always firing. A service outside this stack pages on-call when it stops arriving.",
  impact: "None: it is the sign that Prometheus, Alertmanager and the way out of here work.",
  actions: [
    "It is firing: all is well, do nothing.",
    "The service outside called you: `docker compose ps` shows whether Prometheus and Alertmanager run.",
    "Both run: look for failed notifications in `docker compose logs alertmanager`, then at the network.",
  ],
});

export const TargetDown = alert({
  severity: high,
  component: "scrapes",
  expr: jobsWithoutDownAlert.up.eq(0),
  for: "5m",
  scenario: holds(grafanaJob.up, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `${labels.job} (${labels.instance}) is down`,
  description: "Prometheus has not been able to scrape this target for 5 minutes.",
  impact: "What it measures is unknown, and alerts about it are blind.",
  actions: [
    "Read the error of the target at http://localhost:9090/targets.",
    "Is its container running? `docker compose ps`, then `docker compose logs` and its name.",
    "Killed for its memory (exit code 137)? Raise its limit in definitions/platform/deploy.ts, and deploy.",
  ],
});

export const PrometheusConfigReloadFailed = alert({
  severity: medium,
  component: "configuration",
  expr: prometheus.prometheus_config_last_reload_successful.eq(0),
  for: "5m",
  scenario: holds(prometheus.prometheus_config_last_reload_successful, { ok: 1, firing: 0 }),
  group,
  summary: "Prometheus refused its new configuration",
  description: "The last reload failed; Prometheus goes on with the configuration before it.",
  impact: "What was deployed is not in force.",
  actions: [
    "The log has the line and the reason.\n`docker compose logs prometheus`",
    "npx signalbox validate finds the same before a deployment; was it skipped?",
  ],
});

export const AlertmanagerNotificationsFailing = alert({
  severity: high,
  component: "notifications",
  expr: alertmanager.alertmanager_notifications_failed_total.increase("5m").gt(0),
  for: "5m",
  scenario: grows(alertmanager.alertmanager_notifications_failed_total, "5m", { ok: 0, firing: 1 }),
  group,
  summary: ({ labels }) => `Notifications by ${labels.integration} fail: ${labels.reason}`,
  description: "Alertmanager has failed for 5 minutes to send notifications this way; others may still work.",
  impact: "Whoever is notified this way only does not know of any alert.",
  actions: [
    "The log has the answer of the other side.\n`docker compose logs alertmanager`",
    "clientError: the key or address is no longer valid; write the new one into its secret file and restart Alertmanager.",
    "serverError or other: the other side is down, the network is, or the secret file is missing.",
  ],
});
