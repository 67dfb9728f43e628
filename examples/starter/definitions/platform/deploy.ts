import { compose } from "signalbox";
import { grafanaAdminPassword } from "./secrets.ts";

// Memory limits: what the program takes for a few services, doubled, so that a limit ends a leak and not a busy hour.
const containers = {
  prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, hostPort: 9090, memoryMiB: 1024 },
  alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, hostPort: 9093, memoryMiB: 128 },
  grafana: { image: "grafana/grafana:13.2.3", port: 3000, hostPort: 3000, memoryMiB: 512 },
  "node-exporter": { image: "prom/node-exporter:v1.11.1", port: 9100, hostPort: 9100, memoryMiB: 64 },
} as const;

export const deploy = compose({
  name: "monitoring",
  containers,
  hostAlias: "host.docker.internal",
  grafana: { adminUser: "admin", adminPassword: grafanaAdminPassword },
});
