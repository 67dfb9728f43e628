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
import { logs } from "./log-row.ts";
import { alertmanager, node, prometheus } from "./metrics.ts";

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

export const overview = dashboard("monitoring-overview", {
  title: "Monitoring overview",
  description: "Whether the monitoring itself works, and how the machine does that it runs on.",
  folder: "Monitoring",
  tags: ["monitoring"],
  refresh: "30s",
  last: "6h",
  rows: [host, monitoring, logs],
});
