import type { Compose, ContainerName } from "../../language/compose.ts";

/** How each program is declared, to be copied: an image that is known to fit, its usual port, some memory. */
export const usualContainers: Readonly<Record<ContainerName, string>> = {
  prometheus: usual("prom/prometheus:v3.13.2", 9090, 512),
  alertmanager: usual("prom/alertmanager:v0.34.2", 9093, 128),
  grafana: usual("grafana/grafana:13.2.3", 3000, 512),
  "node-exporter": usual("prom/node-exporter:v1.11.1", 9100, 64),
  "blackbox-exporter": usual("prom/blackbox-exporter:v0.28.0", 9115, 64),
  "json-exporter": usual("quay.io/prometheuscommunity/json-exporter:v0.7.0", 7979, 64),
  filebeat: usual("docker.elastic.co/beats/filebeat:9.4.3", 5066, 256),
  elasticsearch: usual("docker.elastic.co/elasticsearch/elasticsearch:9.4.3", 9200, 2048),
  kibana: usual("docker.elastic.co/kibana/kibana:9.4.3", 5601, 1024),
};

function usual(image: string, port: number, memoryMiB: number): string {
  return `{ image: "${image}", port: ${port}, memoryMiB: ${memoryMiB} }`;
}

/** What an author writes who wants a program deployed that is not. */
export function containerToAdd(name: ContainerName, { place }: Compose): string {
  return `add to the containers at ${place.file}:${place.line}: "${name}": ${usualContainers[name]}`;
}
