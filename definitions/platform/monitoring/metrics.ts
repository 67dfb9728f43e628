import { counter, gauge, metrics } from "signalbox";
import { alertmanagerJob, filebeatJob, nodeJob, prometheusJob } from "./scrape.ts";

// These programs export hundreds of metrics; declared is what a rule or a panel uses.

export const prometheus = metrics(prometheusJob, {
  prometheus_tsdb_head_series: gauge({ help: "Series that are in memory.", unit: "series" }),
  prometheus_tsdb_head_samples_appended_total: counter({
    help: "Samples that were stored.",
    unit: "samples",
    labels: { type: ["float", "histogram"] },
  }),
  prometheus_rule_evaluation_failures_total: counter({
    help: "Rules that could not be evaluated.",
    unit: "failures",
    labels: { rule_group: "*" },
  }),
  prometheus_rule_group_last_duration_seconds: gauge({
    help: "How long the last evaluation of a group took.",
    unit: "seconds",
    labels: { rule_group: "*" },
  }),
  prometheus_notifications_errors_total: counter({
    help: "Alerts that an Alertmanager did not take.",
    unit: "alerts",
    labels: { alertmanager: "*" },
  }),
  prometheus_config_last_reload_successful: gauge({
    help: "1 when the last configuration was accepted.",
    unit: "bool",
  }),
});

export const alertmanager = metrics(alertmanagerJob, {
  alertmanager_alerts: gauge({
    help: "Alerts by what is done with them.",
    unit: "alerts",
    labels: { state: ["active", "suppressed", "unprocessed"] },
  }),
  alertmanager_notifications_total: counter({
    help: "Notifications that were to be sent.",
    unit: "notifications",
    labels: { integration: "*" },
  }),
  alertmanager_notifications_failed_total: counter({
    help: "Notifications that could not be sent.",
    unit: "notifications",
    labels: { integration: "*", reason: "*" },
  }),
  alertmanager_config_last_reload_successful: gauge({
    help: "1 when the last configuration was accepted.",
    unit: "bool",
  }),
});

const filesystem = { device: "*", fstype: "*", mountpoint: "*" } as const;

export const node = metrics(nodeJob, {
  node_cpu_seconds_total: counter({
    help: "Time that each processor spent in each mode.",
    unit: "seconds",
    labels: { cpu: "*", mode: ["idle", "iowait", "irq", "nice", "softirq", "steal", "system", "user"] },
  }),
  node_memory_MemTotal_bytes: gauge({ help: "Memory of the machine.", unit: "bytes" }),
  node_memory_MemAvailable_bytes: gauge({
    help: "Memory that programs can still get without swapping.",
    unit: "bytes",
  }),
  node_filesystem_size_bytes: gauge({ help: "Size of a file system.", unit: "bytes", labels: filesystem }),
  node_filesystem_avail_bytes: gauge({
    help: "Space of a file system that programs without special rights can still fill.",
    unit: "bytes",
    labels: filesystem,
  }),
});

export const filebeat = metrics(filebeatJob, {
  filebeat_events_waiting: gauge({
    help: "Lines that were read, and that nobody has confirmed yet.",
    unit: "lines",
  }),
  filebeat_events_published_total: counter({ help: "Lines that were read.", unit: "lines" }),
  filebeat_events_acked_total: counter({ help: "Lines that Elasticsearch has confirmed.", unit: "lines" }),
  filebeat_events_failed_total: counter({ help: "Lines that will be sent once more.", unit: "lines" }),
  filebeat_events_dropped_total: counter({
    help: "Lines that Elasticsearch refused for good.",
    unit: "lines",
  }),
});
