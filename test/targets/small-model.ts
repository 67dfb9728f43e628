import type { Compose, Container } from "../../generators/language/compose.ts";
import type { ElasticsearchLogs } from "../../generators/language/logs.ts";
import type { Place } from "../../generators/language/place.ts";
import type { Receiver } from "../../generators/language/routing.ts";
import type { SecretFile } from "../../generators/language/secret.ts";
import type { Severity } from "../../generators/language/alert.ts";
import type { PlatformModel } from "../../generators/model/routing-model.ts";
import type { Model, ServiceModel } from "../../generators/model/model.ts";
import { seriesCatalogue } from "../../generators/promql/catalogue.ts";

/** Where everything of the small model stands, unless a test says otherwise. */
export const place: Place = { file: "definitions/services/shop/shop.ts", line: 1 };

const platformPlace: Place = { file: "definitions/platform/platform.ts", line: 1 };

export const critical: Severity = {
  kind: "severity",
  name: "critical",
  rank: 1,
  response: "within 5 minutes, day and night",
  color: "red",
  place: platformPlace,
};

export const low: Severity = {
  kind: "severity",
  name: "low",
  rank: 2,
  response: "next business day",
  color: "blue",
  place: platformPlace,
};

export const people: Receiver = {
  kind: "receiver",
  name: "people",
  description: "Everybody.",
  notifiers: [],
  place: platformPlace,
};

export function secret(name: string): SecretFile {
  return {
    kind: "secret file",
    name,
    purpose: `The ${name}.`,
    path: `/run/secrets/${name}`,
    place: platformPlace,
  };
}

function container(image: Container["image"], port: number): Container {
  return { image, port, memoryMiB: 128 };
}

/** Every program, at its usual port. */
export const allContainers = {
  prometheus: container("prom/prometheus:v3.13.2", 9090),
  alertmanager: container("prom/alertmanager:v0.34.2", 9093),
  grafana: container("grafana/grafana:13.2.3", 3000),
  "node-exporter": container("prom/node-exporter:v1.11.1", 9100),
  "blackbox-exporter": container("prom/blackbox-exporter:v0.28.0", 9115),
  "json-exporter": container("prometheuscommunity/json-exporter:v0.7.0", 7979),
  filebeat: container("elastic/filebeat:9.4.3", 5066),
  elasticsearch: container("elastic/elasticsearch:9.4.3", 9200),
  kibana: container("elastic/kibana:9.4.3", 5601),
};

/** The programs that every deployment has. */
export const fewContainers = {
  prometheus: allContainers.prometheus,
  alertmanager: allContainers.alertmanager,
  grafana: allContainers.grafana,
};

/** A deployment of all programs at their usual ports, with parts of it replaced. */
export function smallDeploy(parts: Partial<Compose> = {}): Compose {
  return {
    kind: "compose",
    name: "signalbox",
    containers: allContainers,
    hostAlias: "host.docker.internal",
    grafana: { adminUser: "admin", adminPassword: secret("grafana_admin_password") },
    place: platformPlace,
    ...parts,
  };
}

/** Log lines are kept by the Elasticsearch that is deployed. */
export const smallLogs: ElasticsearchLogs = {
  output: "elasticsearch",
  indexPrefix: "shop-logs",
  user: "elastic",
  password: secret("elasticsearch_password"),
  keepDays: 30,
  timeZone: "Europe/Berlin",
};

/** Where people open the programs. */
export const externalUrls = {
  prometheus: "http://localhost:9090",
  alertmanager: "http://localhost:9093",
  grafana: "http://localhost:3000",
} as const;

/** Log lines go to a Logstash elsewhere. */
export function toLogstash(...hosts: readonly `${string}:${number}`[]): PlatformModel {
  return smallPlatform({ logs: { output: "logstash", hosts, timeZone: "Europe/Berlin" } });
}

/** A platform of two severities and one receiver, with parts of it replaced. */
export function smallPlatform(parts: Partial<PlatformModel> = {}): PlatformModel {
  return {
    kind: "platform",
    severities: { critical, low },
    receivers: { people },
    timeIntervals: {},
    routing: { kind: "route", receiver: people, place: platformPlace },
    inhibitions: {},
    mail: {
      smarthost: "mail.example.org:587",
      from: "alerts@example.org",
      user: "alerts",
      password: secret("smtp_password"),
    },
    alertmanager: { retention: "120h" },
    prometheus: {
      scrapeInterval: "15s",
      scrapeTimeout: "10s",
      evaluationInterval: "30s",
      externalLabels: {},
      retention: "15d",
      retentionSizeGiB: 10,
    },
    logs: smallLogs,
    docsUrl: "https://docs.example.org",
    externalUrls,
    deploy: smallDeploy(),
    place: platformPlace,
    ...parts,
  };
}

export const shop: ServiceModel = {
  name: "shop",
  title: "The shop",
  description: "Where people buy.",
  owner: "the shop's team",
  logFolder: undefined,
  place,
};

/** A model of one service in which nothing is monitored yet, with parts of it replaced. */
export function smallModel(parts: Partial<Model> = {}): Model {
  return {
    platform: smallPlatform(),
    services: [shop],
    jobs: [],
    metrics: [],
    groups: [],
    recordings: [],
    alerts: [],
    dashboards: [],
    runbooks: [],
    slos: [],
    logs: [],
    declaredParts: [],
    catalogue: seriesCatalogue([]),
    ...parts,
  };
}
