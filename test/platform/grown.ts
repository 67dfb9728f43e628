import {
  email,
  gauge,
  jsonEndpoint,
  jsonFields,
  logSource,
  metrics,
  probe,
  probeModule,
  receiver,
  scrapeJob,
  secretFile,
  type Containers,
  type Definitions,
  type Logs,
  type Platform,
  type Service,
} from "signalbox";
import { api, deploy, people, shop, smallest } from "./smallest.ts";

/** One part more than the smallest definitions have. */
export interface Grown {
  readonly definitions: Definitions;
  /** Files of out/ that the smallest definitions do not give. */
  readonly files: readonly string[];
  /** Services of the compose file besides Prometheus, Alertmanager and Grafana. */
  readonly services: readonly string[];
  /** Secrets besides those of the smallest definitions. */
  readonly secrets: readonly string[];
}

const description = "One part more.";

const module = probeModule("http_2xx", { description: "Any 2xx.", timeout: "5s" });
const door = probe("shop-door", { description, module, targets: ["https://shop.shop.internal"] });
const machine = scrapeJob("machine", { description, targets: ["node-exporter:9100"] });
const till = jsonEndpoint("shop-till", {
  description,
  targets: ["http://localhost:8081/till"],
  sample: { queue: 3 },
});
const queue = metrics(till, {
  shop_queue: gauge({ help: "People who wait.", unit: "people", unused: "a dashboard elsewhere shows it" }),
});
const tillFields = jsonFields(till, { queue: queue.shop_queue });
const mailed = receiver("people", { ...people, notifiers: [email({ to: "team@shop.internal" })] });
const lines = logSource("lines", { description, files: ["shop.log"], format: "level lines" });

const exporters = {
  "node-exporter": { image: "prom/node-exporter:v1.11.1", port: 9100, memoryMiB: 64 },
  "blackbox-exporter": { image: "prom/blackbox-exporter:v0.28.0", port: 9115, memoryMiB: 64 },
  "json-exporter": { image: "prometheuscommunity/json-exporter:v0.7.0", port: 7979, memoryMiB: 64 },
} as const;
const filebeat = { image: "elastic/filebeat:9.4.3", port: 5066, memoryMiB: 256 } as const;
const store = {
  elasticsearch: { image: "elastic/elasticsearch:9.4.3", port: 9200, memoryMiB: 1024 },
  kibana: { image: "elastic/kibana:9.4.3", port: 5601, memoryMiB: 512 },
} as const;

const toElasticsearch: Logs = {
  output: "elasticsearch",
  indexPrefix: "shop",
  user: "shipper",
  password: secretFile("elasticsearch_password", "Of the one who writes."),
  keepDays: 7,
  timeZone: "Europe/Berlin",
};

function grown(
  containers: Partial<Containers>,
  ofShop: Partial<Service>,
  more: Partial<Platform> = {},
): Definitions {
  return {
    services: [{ ...shop, ...ofShop }],
    platform: {
      ...smallest.platform,
      ...more,
      deploy: { ...deploy, containers: { ...deploy.containers, ...containers } },
    },
  };
}

function logging(logs: Logs, containers: Partial<Containers>): Definitions {
  const logFolder = { variable: "SHOP_LOGS", default: "/srv/shop" };
  return grown({ filebeat, ...containers }, { logs: { lines }, logFolder }, { logs });
}

const logFiles = ["docs/logs.md", "filebeat/filebeat.yml"];
const storeFiles = [...logFiles, "filebeat/ilm-policy.json"];
const targets = (job: string): string => `prometheus/targets/${job}.yml`;
const nothing = { files: [], services: [], secrets: [] };
const password = ["elasticsearch_password"];

/** The smallest definitions with each part that can be left out, one at a time. */
export const grownBy: Readonly<Record<string, Grown>> = {
  "a probe": {
    ...nothing,
    definitions: grown({ "blackbox-exporter": exporters["blackbox-exporter"] }, { jobs: { api, door } }),
    files: ["blackbox/blackbox.yml", targets("shop-door")],
    services: ["blackbox-exporter"],
  },
  "a JSON endpoint": {
    ...nothing,
    definitions: grown(
      { "json-exporter": exporters["json-exporter"] },
      { jobs: { api, till }, metrics: { ...shop.metrics, queue }, jsonFields: { tillFields } },
    ),
    files: ["json-exporter/json-exporter.yml", targets("shop-till")],
    services: ["json-exporter"],
  },
  "the machine": {
    ...nothing,
    definitions: grown({ "node-exporter": exporters["node-exporter"] }, { jobs: { api, machine } }),
    files: [targets("machine")],
    services: ["node-exporter"],
  },
  "e-mail": {
    ...nothing,
    definitions: grown(
      {},
      {},
      {
        receivers: { people: mailed },
        routing: { ...smallest.platform.routing, receiver: mailed },
        mail: {
          smarthost: "mail.shop.internal:587",
          from: "alerts@shop.internal",
          user: "alerts",
          password: secretFile("smtp_password", "Of the mailbox."),
        },
      },
    ),
    secrets: ["smtp_password"],
  },
  "logs that are kept here": {
    definitions: logging(toElasticsearch, store),
    files: storeFiles,
    services: ["elasticsearch", "filebeat", "filebeat-login", "kibana", "kibana-token"],
    secrets: [...password, "kibana_encryption_key"],
  },
  "logs for an Elasticsearch elsewhere": {
    definitions: logging({ ...toElasticsearch, hosts: ["https://logs.shop.internal:9200"] }, {}),
    files: storeFiles,
    services: ["filebeat"],
    secrets: password,
  },
  "logs for a Logstash": {
    ...nothing,
    definitions: logging(
      { output: "logstash", hosts: ["logs.shop.internal:5044"], timeZone: "Europe/Berlin" },
      {},
    ),
    files: logFiles,
    services: ["filebeat"],
  },
};
