import { jsonEndpoint, probe, probeModule, scrapeJob } from "signalbox";

const labels = { service: "monitoring" } as const;

export const prometheusJob = scrapeJob("prometheus", {
  description: "Prometheus itself: what it stores, evaluates and sends.",
  targets: ["prometheus:9090"],
  labels,
});

export const alertmanagerJob = scrapeJob("alertmanager", {
  description: "Alertmanager: the alerts it has and the notifications it sends.",
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

export const blackboxJob = scrapeJob("blackbox-exporter", {
  description: "The exporter that probes from outside; without it every probe is blind.",
  targets: ["blackbox-exporter:9115"],
  labels,
});

export const jsonJob = scrapeJob("json-exporter", {
  description: "The exporter that turns JSON into metrics; without it what such programs say is unknown.",
  targets: ["json-exporter:7979"],
  labels,
});

// Both run only with the profile `logs`: where logs are not collected nothing is missing.

export const filebeatJob = jsonEndpoint("filebeat", {
  description: "Filebeat: the log lines that it reads, and those that have arrived.",
  targets: ["http://filebeat:5066/stats"],
  absentWhileStopped: true,
  labels,
  // Of some hundred numbers those that say whether lines arrive.
  sample: {
    libbeat: {
      output: { events: { acked: 48, dropped: 0, failed: 0 } },
      pipeline: { events: { active: 5, published: 53 } },
    },
  },
});

export const elasticsearchJob = probe("elasticsearch", {
  description: "Elasticsearch, which stores log lines; only whether it answers.",
  targets: ["http://elasticsearch:9200"],
  absentWhileStopped: true,
  // Whether a shard is broken only a user can ask, and one more password would be stored to read what Filebeat shows as well: lines
  // that Elasticsearch does not take.
  module: probeModule("http_login_wanted", {
    description: "It asks for a login (401), as it does once it has started.",
    timeout: "5s",
    validStatusCodes: [401],
  }),
  labels,
});
