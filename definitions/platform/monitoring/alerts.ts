import {
  alert,
  gigabytes,
  grows,
  holds,
  hours,
  jobsWithoutDownAlert,
  percent,
  ruleGroup,
  vector,
} from "signalbox";
import { high, info, medium } from "../severities.ts";
import { diskSpace, freeDisk, freeMemory } from "./host.ts";
import { alertmanager, node, prometheus } from "./metrics.ts";
import { grafanaJob } from "./scrape.ts";

export * from "./log-alerts.ts";

const group = ruleGroup("monitoring_alerts", { every: "30s" });

// What the rule tests read.
const { node_filesystem_avail_bytes: available, node_filesystem_size_bytes: size } = node;
const disk = { device: "/dev/sda1", fstype: "ext4", mountpoint: "/" };

export const Watchdog = alert({
  severity: info,
  component: "watchdog",
  expr: vector(1).gt(0),
  for: "0m",
  scenario: { given: [], whenMissing: "firing" },
  equivalentMutants: { "comparison not strict": "It compares 1 with 0, and so never equal numbers." },
  group,
  summary: "Alerting works",
  description: "Fires always. A watch outside of this stack calls on-call when it no longer hears it.",
  impact: "None: it is the sign that Prometheus, Alertmanager and the way out of here work.",
  actions: [
    "It fires: all is well, do nothing.",
    "The watch outside called you: `docker compose ps` shows whether Prometheus and Alertmanager run.",
    "Both run: look for failed notifications in `docker compose logs alertmanager`, then at the network.",
  ],
});

export const TargetDown = alert({
  severity: high,
  component: "scrapes",
  expr: jobsWithoutDownAlert.up.eq(0),
  for: "5m",
  // Of all that can be taken down in a test, the one that nothing else rests on.
  scenario: holds(grafanaJob.up, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `${labels.job} (${labels.instance}) is down`,
  description: "Prometheus has not been able to scrape this target for 5 minutes.",
  impact: "What it measures is unknown, and alerts that rest on it are blind.",
  actions: [
    "Read the error of the target at http://localhost:9090/targets.",
    "Is its container running? `docker compose ps`, then `docker compose logs` and its name.",
    "Killed for its memory (exit code 137)? Raise its limit in definitions/platform/deploy.ts, and deploy.",
  ],
});

export const PrometheusRuleEvaluationFailing = alert({
  severity: high,
  component: "rules",
  expr: prometheus.prometheus_rule_evaluation_failures_total.increase("5m").gt(0),
  for: "5m",
  scenario: grows(prometheus.prometheus_rule_evaluation_failures_total, "5m", { ok: 0, firing: 1 }),
  group,
  summary: ({ labels }) => `Rules of ${labels.rule_group} cannot be evaluated`,
  description: "A rule of this group fails at each evaluation; as an alert it cannot fire.",
  impact: "Faults that the group watches go unnoticed.",
  actions: [
    "http://localhost:9090/rules shows the rule and its error.",
    "Many-to-many matching: two series where one was expected; find the new label or target.",
    "Does it follow a deployment? Take it back.",
  ],
});

export const PrometheusNotificationsFailing = alert({
  severity: high,
  component: "notifications",
  expr: prometheus.prometheus_notifications_errors_total.increase("5m").gt(0),
  for: "5m",
  scenario: grows(prometheus.prometheus_notifications_errors_total, "5m", { ok: 0, firing: 1 }),
  group,
  summary: ({ labels }) => `${labels.alertmanager} does not take alerts`,
  description: "Prometheus has failed to hand its alerts to this Alertmanager for 5 minutes.",
  impact: "Alerts come late or not at all; should this one come, some still do.",
  actions: [
    "Is it running?\n`docker compose ps alertmanager`",
    "It runs: its log has the error.\n`docker compose logs prometheus`",
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
  impact: "Whoever is only told this way does not know of any alert.",
  actions: [
    "The log has the answer of the other side.\n`docker compose logs alertmanager`",
    "clientError: the key or address is no longer valid; write the new one into its secret file and restart Alertmanager.",
    "serverError or other: the other side is down, the network is, or the secret file is missing.",
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

export const AlertmanagerConfigReloadFailed = alert({
  severity: medium,
  component: "configuration",
  expr: alertmanager.alertmanager_config_last_reload_successful.eq(0),
  for: "5m",
  scenario: holds(alertmanager.alertmanager_config_last_reload_successful, { ok: 1, firing: 0 }),
  group,
  summary: "Alertmanager refused its new configuration",
  description: "The last reload failed; Alertmanager goes on with the configuration before it.",
  impact: "What was deployed is not in force: routes and receivers are the old ones.",
  actions: [
    "The log has the line and the reason.\n`docker compose logs alertmanager`",
    "npx signalbox validate finds the same before a deployment; was it skipped?",
  ],
});

export const HostDiskAlmostFull = alert({
  severity: high,
  component: "disk",
  // Below a tenth file systems get slow, and Elasticsearch stops to write at a twentieth.
  expr: freeDisk.lt(percent(10)),
  for: "15m",
  scenario: {
    given: [
      holds(available.where(disk), { ok: gigabytes(200), limit: gigabytes(50), firing: gigabytes(49) }),
      holds(size.where(disk), gigabytes(500)),
    ],
    value: percent(9.8),
  },
  group,
  summary: ({ labels, value }) => `${labels.mountpoint} has ${value} left`,
  description: ({ threshold }) => `Less than ${threshold} of this file system has been free for 15 minutes.`,
  impact: "Soon nothing is stored any more: metrics, logs, the data of services.",
  actions: [
    "What is it?\n`docker system df`\n`du -xh --max-depth=2 {{ $labels.mountpoint }}`",
    "Images that are no longer used:\n`docker image prune`",
    "Metrics or logs: lower retention or keepDays in definitions/platform/index.ts, and deploy.",
  ],
});

export const HostDiskFilling = alert({
  severity: medium,
  component: "disk",
  // The trend of 6 hours, so that a nightly job does not fire; half a disk is far enough from full to wait for morning.
  expr: freeDisk.lt(percent(50)).and(diskSpace.predictLinear("6h", hours(24)).lt(0)),
  for: "1h",
  scenario: [
    {
      // That it will be full shows early, while most of it is free; half of it is gone after 3 hours and 50 minutes.
      given: [
        grows(available.where(disk), "1h", { ok: 0, firing: gigabytes(-60) }, { from: gigabytes(480) }),
        holds(size.where(disk), gigabytes(500)),
      ],
      after: "3h55m",
      value: percent(37),
    },
    {
      // Half of it is gone early; that this will be all is known after 2 hours. A disk that is full does not fill any more.
      given: [
        grows(
          available.where(disk),
          "1h",
          { ok: 0, firing: gigabytes(-30) },
          { from: { ok: gigabytes(275), limit: 0, firing: gigabytes(275) } },
        ),
        holds(size.where(disk), gigabytes(500)),
      ],
      after: "2h15m",
      value: percent(35.5),
    },
  ],
  group,
  summary: ({ labels, value }) => `${labels.mountpoint} has ${value} left and is full within a day`,
  description: "At the pace of the last 6 hours this file system is full within 24 hours.",
  impact: "None yet. When it is full nothing is stored any more.",
  actions: [
    "What grows? Ask twice, ten minutes apart.\n`du -xh --max-depth=2 {{ $labels.mountpoint }}`",
    "A log or a dump that somebody left running: stop it.",
    "Metrics or logs: lower retention or keepDays in definitions/platform/index.ts, and deploy.",
  ],
});

export const HostMemoryLow = alert({
  severity: medium,
  component: "host-memory",
  // Of 16 GB a tenth is 1.6 GB: less than one large program takes at a bad moment.
  expr: freeMemory.lt(percent(10)),
  for: "10m",
  scenario: {
    given: [
      holds(node.node_memory_MemAvailable_bytes, {
        ok: gigabytes(8),
        limit: gigabytes(1.6),
        firing: gigabytes(1.5),
      }),
      holds(node.node_memory_MemTotal_bytes, gigabytes(16)),
    ],
    value: percent(9.375),
  },
  group,
  summary: ({ labels, value }) => `The machine of ${labels.instance} has ${value} of its memory left`,
  description: ({ threshold }) =>
    `Programs could get less than ${threshold} of the machine's memory for 10 minutes.`,
  impact: "The system is about to end the largest program, whatever it serves.",
  actions: [
    "What takes it?\n`ps aux --sort=-rss | head`\n`docker stats --no-stream`",
    "A program of a service: see the alerts on its memory. A container: its limit in definitions/platform/deploy.ts is too high.",
  ],
});
