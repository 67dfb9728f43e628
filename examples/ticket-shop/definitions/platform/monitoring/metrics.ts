import { counter, gauge, metrics } from "signalbox";
import { alertmanagerJob, nodeJob, prometheusJob } from "./scrape.ts";

// These programs export hundreds of metrics; declared is what a rule or a panel uses.

export const prometheus = metrics(prometheusJob, {
  prometheus_config_last_reload_successful: gauge({
    help: "1 when the last configuration was accepted.",
    unit: "bool",
  }),
  prometheus_tsdb_head_series: gauge({ help: "Series that are in memory.", unit: "series" }),
});

export const alertmanager = metrics(alertmanagerJob, {
  alertmanager_notifications_failed_total: counter({
    help: "Notifications that could not be sent.",
    unit: "notifications",
    labels: { integration: "*", reason: "*" },
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
