import {
  dashboard,
  everyJob,
  firingAlerts,
  query,
  row,
  stat,
  stateTimeline,
  table,
  timeSeries,
} from "signalbox";
import * as alerts from "./alerts.ts";
import { freeDisk, freeMemory } from "./host.ts";
import { alertmanager, filebeat, node, prometheus } from "./metrics.ts";
import { elasticsearchJob } from "./scrape.ts";

const upOrDown = { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } } as const;
const accepted = { 0: { text: "Refused", color: "red" }, 1: { text: "Accepted", color: "green" } } as const;

/** One idle processor does nothing for one second a second: the rest is work. */
const busyProcessors = node.node_cpu_seconds_total
  .whereNot({ mode: ["idle", "iowait"] })
  .rate("$__rate_interval")
  .sumBy("instance", "cpu")
  .avgBy("instance");

const host = row("Host", [
  timeSeries({
    title: "Processors",
    description: "Average share of time that the machine's processors work.",
    width: 8,
    queries: [query(busyProcessors, { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Free memory",
    description: "Memory that programs can still get, of the whole.",
    width: 8,
    queries: [query(freeMemory, { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
    thresholds: [alerts.HostMemoryLow],
  }),
  timeSeries({
    title: "Free disk",
    description: "Space that is left on each file system, of the whole.",
    width: 8,
    queries: [query(freeDisk, { legend: ({ mountpoint }) => mountpoint })],
    min: 0,
    max: 1,
    thresholds: [alerts.HostDiskAlmostFull],
  }),
]);

const monitoring = row("Monitoring", [
  stateTimeline({
    title: "Targets",
    description: "Whether Prometheus gets metrics from each job.",
    width: 8,
    height: 8,
    queries: [query(everyJob.up, { legend: ({ job }) => job })],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Scrape time",
    description: "How long each scrape takes. Above a second a target does too much work for it.",
    width: 8,
    queries: [query(everyJob.scrape_duration_seconds, { legend: ({ job }) => job })],
    min: 0,
  }),
  timeSeries({
    title: "Series",
    description: "Series in memory. A step upwards is a new service, or a label with too many values.",
    width: 8,
    queries: [query(prometheus.prometheus_tsdb_head_series, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  stat({
    title: "Configuration of Prometheus",
    description: "Whether the last configuration was accepted.",
    queries: [prometheus.prometheus_config_last_reload_successful],
    valueNames: accepted,
  }),
  timeSeries({
    title: "Failed notifications",
    description: "Notifications that could not be sent within 5 minutes, and why.",
    queries: [
      query(alertmanager.alertmanager_notifications_failed_total.increase("5m"), {
        legend: ({ integration, reason }) => `${integration}, ${reason}`,
      }),
    ],
    min: 0,
    thresholds: [alerts.AlertmanagerNotificationsFailing],
  }),
  table({
    title: "Active alerts",
    description: "Alerts of every service that are firing now; the Watchdog always is.",
    height: 6,
    queries: [query(firingAlerts.where({ alertstate: "firing" }), { instant: true })],
    columns: {
      alertname: "Alert",
      severity: "Severity",
      service: "Service",
      component: "Component",
      instance: "Instance",
    },
  }),
]);

const logs = row("Logs, where they are collected", [
  stateTimeline({
    title: "Elasticsearch",
    description: "Whether it answers, and asks for a login.",
    width: 6,
    queries: [query(elasticsearchJob.probe_success, { legend: ({ instance }) => instance })],
    valueNames: upOrDown,
  }),
  timeSeries({
    title: "Log lines",
    description: "Lines per second that Filebeat reads, and that Elasticsearch confirms.",
    width: 6,
    queries: [
      query(filebeat.filebeat_events_published_total.rate("$__rate_interval"), { legend: "read" }),
      query(filebeat.filebeat_events_acked_total.rate("$__rate_interval"), { legend: "confirmed" }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Waiting log lines",
    description: "Lines that were read, and that nobody has confirmed yet.",
    width: 6,
    queries: [query(filebeat.filebeat_events_waiting, { legend: ({ instance }) => instance })],
    min: 0,
  }),
  timeSeries({
    title: "Log lines that did not arrive",
    description: "Lines within 15 minutes that are sent once more, or that Elasticsearch refused for good.",
    width: 6,
    queries: [
      query(filebeat.filebeat_events_failed_total.increase("15m"), { legend: "sent once more" }),
      query(filebeat.filebeat_events_dropped_total.increase("15m"), { legend: "refused" }),
    ],
    min: 0,
  }),
]);

export const overview = dashboard("monitoring-overview", {
  title: "Monitoring overview",
  description: "Whether the monitoring itself works, and how the machine does that it runs on.",
  folder: "Monitoring",
  tags: ["monitoring"],
  refresh: "30s",
  last: "6h",
  rows: [host, monitoring, logs],
});
