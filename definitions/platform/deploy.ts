import { compose } from "signalbox";
import { grafanaAdminPassword } from "./secrets.ts";

// Memory limits: what the program takes for a few services, doubled, so that a limit ends a leak and not a busy hour.
const containers = {
  prometheus: {
    image: "prom/prometheus:v3.13.2",
    port: 9090,
    hostPort: 9090,
    // About 10 KiB a series in memory: 50,000 series in half of it, the rest for queries.
    memoryMiB: 1024,
  },
  alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, hostPort: 9093, memoryMiB: 128 },
  grafana: { image: "grafana/grafana:13.2.3", port: 3000, hostPort: 3000, memoryMiB: 512 },
  "node-exporter": { image: "prom/node-exporter:v1.11.1", port: 9100, hostPort: 9100, memoryMiB: 64 },
  "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 64 },
  "json-exporter": { image: "quay.io/prometheuscommunity/json-exporter:v0.7.0", port: 7979, memoryMiB: 64 },
  filebeat: { image: "docker.elastic.co/beats/filebeat:9.4.3", port: 5066, memoryMiB: 256 },
  elasticsearch: {
    image: "docker.elastic.co/elasticsearch/elasticsearch:9.4.3",
    port: 9200,
    hostPort: 9200,
    // Half becomes the heap, half is left for the page cache that searches read from.
    memoryMiB: 2048,
  },
  kibana: { image: "docker.elastic.co/kibana/kibana:9.4.3", port: 5601, hostPort: 5601, memoryMiB: 1024 },
} as const;

export const deploy = compose({
  name: "signalbox",
  containers,
  hostAlias: "host.docker.internal",
  grafana: { adminUser: "admin", adminPassword: grafanaAdminPassword },
});
