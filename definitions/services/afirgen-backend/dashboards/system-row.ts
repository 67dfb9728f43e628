import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { system } from "../metrics/system.ts";

export const systemRow = row("Machine", [
  timeSeries({
    title: "Processor",
    description: "Share of the processors that is in use.",
    width: 6,
    queries: [query(system.system_cpu_percent, { legend: ({ instance }) => instance })],
    min: 0,
    max: 100,
    thresholds: [alerts.AfirgenHighCPU],
  }),
  timeSeries({
    title: "Memory",
    description: "Share of the memory that is in use.",
    width: 6,
    queries: [query(system.system_memory_percent, { legend: ({ instance }) => instance })],
    min: 0,
    max: 100,
    thresholds: [alerts.AfirgenHighMemory, alerts.AfirgenMemoryExhausted],
  }),
  timeSeries({
    title: "Disk IO",
    description: "What disks read and write a second.",
    width: 6,
    queries: [
      query(system.system_disk_io_read_bytes_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, read`,
      }),
      query(system.system_disk_io_write_bytes_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, written`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Network IO",
    description: "What the network carries a second, in both directions.",
    width: 6,
    queries: [
      query(system.system_network_sent_bytes_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, sent`,
      }),
      query(system.system_network_recv_bytes_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, received`,
      }),
    ],
    min: 0,
  }),
]);
