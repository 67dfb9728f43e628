import { compose, platform } from "signalbox";
import { allContainers } from "../../checks/small-platform.ts";
import type { Given } from "./given.ts";
import type { Policies } from "./policies.ts";
import { routingOf } from "./routing.ts";

/** Nothing scrapes the machine itself. */
const { "node-exporter": _unscraped, ...containers } = allContainers;

const prometheus = {
  scrapeInterval: "15s",
  scrapeTimeout: "10s",
  evaluationInterval: "30s",
  externalLabels: { environment: "production" },
  retention: "40d",
  retentionSizeGiB: 10,
} as const;

const externalUrls = {
  prometheus: "http://localhost:9090",
  alertmanager: "http://localhost:9093",
  grafana: "http://localhost:3000",
} as const;

export function platformOf(given: Given, policies: Policies) {
  const { critical, low, onCall, hours } = policies;
  return platform(
    given("platform", {
      severities: { critical, low },
      receivers: { onCall },
      timeIntervals: { hours },
      routing: routingOf(given, policies),
      inhibitions: {},
      mail: mailOf(policies),
      logs: logOutputOf(policies),
      prometheus,
      alertmanager: { retention: "120h" },
      docsUrl: "https://docs.example.org",
      externalUrls,
      deploy: deployOf(given, policies),
      allow: { "placeholders-are-filled": "it is a test" },
    }),
  );
}

function mailOf({ file }: Policies) {
  return {
    smarthost: "smtp.example.org:587",
    from: "alerts@example.org",
    user: "alerts",
    password: file("smtp_password"),
  } as const;
}

function logOutputOf({ file }: Policies) {
  return {
    output: "elasticsearch",
    indexPrefix: "shop-logs",
    user: "elastic",
    password: file("elasticsearch_password"),
    keepDays: 30,
    timeZone: "Europe/Berlin",
  } as const;
}

function deployOf(given: Given, { file }: Policies) {
  return compose(
    given("compose", {
      name: "small",
      containers,
      hostAlias: "host.docker.internal",
      grafana: { adminUser: "admin", adminPassword: file("grafana_admin_password") },
    }),
  );
}
