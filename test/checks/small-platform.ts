import { compose, platform, receiver, route, secretFile, severity, slack, type Platform } from "signalbox";
import type { OptionalContainer } from "../../generators/model/needs.ts";

export const critical = severity("critical", { rank: 1, response: "at once", color: "red" });
export const low = severity("low", {
  rank: 2,
  response: "on the next business day",
  color: "blue",
  allow: { "policy-is-used": "the shop's only alert is critical; tests add others" },
});

const webhookUrl = secretFile("slack_webhook_url", "Incoming webhook of the chat.");

export const onCall = receiver("on-call", {
  description: "Whoever is on call.",
  notifiers: [slack({ webhookUrl, channel: "#alerts" })],
});
export const unrouted = receiver("unrouted", {
  description: "The keepers of the definitions.",
  notifiers: [slack({ webhookUrl, channel: "#unrouted" })],
});

/** Takes the alerts of both severities. */
export const bySeverity = route({ match: { severity: [critical, low] }, receiver: onCall });
export const routing = route({
  receiver: unrouted,
  groupBy: ["alertname", "service"],
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
  routes: [bySeverity],
});

/** What always runs. */
const containers = {
  prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, hostPort: 9090, memoryMiB: 256 },
  alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, hostPort: 9093, memoryMiB: 64 },
  grafana: { image: "grafana/grafana:13.2.3", port: 3000, hostPort: 3000, memoryMiB: 256 },
} as const;

/** And what runs where something needs it. */
export const allContainers = {
  ...containers,
  "node-exporter": { image: "prom/node-exporter:v1.11.1", port: 9100, memoryMiB: 32 },
  "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 32 },
  "json-exporter": { image: "prometheuscommunity/json-exporter:v0.7.0", port: 7979, memoryMiB: 32 },
  filebeat: { image: "elastic/filebeat:9.4.3", port: 5066, memoryMiB: 128 },
  elasticsearch: { image: "elastic/elasticsearch:9.4.3", port: 9200, memoryMiB: 1024 },
  kibana: { image: "elastic/kibana:9.4.3", port: 5601, memoryMiB: 512 },
} as const;

export const smallDeploy = compose({
  name: "small",
  containers,
  hostAlias: "host.docker.internal",
  grafana: { adminUser: "admin", adminPassword: secretFile("grafana_admin_password", "Choose one.") },
});

/** The small deployment with these programs besides the three that always run. */
export function deployWith(...names: readonly OptionalContainer[]) {
  const added = Object.fromEntries(names.map((name) => [name, allContainers[name]]));
  return { deploy: { ...smallDeploy, containers: { ...containers, ...added } } };
}

export const smallMail = {
  smarthost: "smtp.example.org:587",
  from: "alerts@example.org",
  user: "alerts",
  password: secretFile("smtp_password", "Password of the mailbox."),
} as const;

/** Log lines are kept by the Elasticsearch that is deployed. */
export const smallLogs = {
  output: "elasticsearch",
  indexPrefix: "small-logs",
  user: "elastic",
  password: secretFile("elasticsearch_password", "Choose one."),
  keepDays: 30,
  timeZone: "Europe/Berlin",
} as const;

/** Two severities that both reach on-call; no inhibitions, no times of the week, no mail, no logs. */
export const smallPlatform: Platform = platform({
  severities: { critical, low },
  receivers: { onCall, unrouted },
  routing,
  prometheus: {
    scrapeInterval: "15s",
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    externalLabels: { environment: "production" },
    retention: "15d",
    retentionSizeGiB: 10,
  },
  docsUrl: "https://docs.example.org",
  externalUrls: {
    prometheus: "http://localhost:9090",
    alertmanager: "http://localhost:9093",
    grafana: "http://localhost:3000",
  },
  deploy: smallDeploy,
  allow: { "placeholders-are-filled": "it is a test" },
});
