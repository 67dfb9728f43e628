import { scrapeJob } from "signalbox";

const labels = { service: "monitoring" } as const;

export const prometheusJob = scrapeJob("prometheus", {
  description: "Prometheus itself: its configuration and what it stores.",
  targets: ["prometheus:9090"],
  labels,
});

export const alertmanagerJob = scrapeJob("alertmanager", {
  description: "Alertmanager: the notifications it sends.",
  targets: ["alertmanager:9093"],
  labels,
});

export const grafanaJob = scrapeJob("grafana", {
  description: "Grafana; only whether it is there.",
  targets: ["grafana:3000"],
  labels,
});

export const nodeJob = scrapeJob("node", {
  description: "The machine that the stack runs on: processors, memory, disks.",
  targets: ["node-exporter:9100"],
  labels,
});
