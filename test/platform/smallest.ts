import {
  alert,
  compose,
  counter,
  metrics,
  platform,
  receiver,
  route,
  runs,
  scrapeJob,
  secretFile,
  service,
  severity,
  webhook,
  type Definitions,
} from "signalbox";

// One severity, one receiver, one route, one job, one alert: the least that is worth to be deployed.

const urgent = severity("urgent", { rank: 1, response: "at once", color: "red" });
export const people = receiver("people", {
  description: "Whoever is on call.",
  notifiers: [webhook({ url: secretFile("webhook_url", "Where alerts are sent.") })],
});

export const api = scrapeJob("shop", {
  description: "The shop's own metrics.",
  targets: ["localhost:8080"],
  labels: { service: "shop" },
});
const orders = metrics(api, {
  shop_orders_failed_total: counter({ help: "Orders that failed.", unit: "orders" }),
});
const OrdersFail = alert({
  severity: urgent,
  component: "orders",
  expr: orders.shop_orders_failed_total.rate("5m").gt(1),
  for: "5m",
  scenario: runs(orders.shop_orders_failed_total, { ok: 0, limit: 1, firing: 2 }),
  summary: "Orders fail",
  description: ({ value }) => `Orders fail at ${value}.`,
  impact: "Nobody can buy.",
  actions: ["Read the log of the shop."],
});

export const shop = service("shop", {
  title: "Shop",
  description: "Where people buy.",
  owner: "Shop team",
  jobs: { api },
  metrics: { orders },
  alerts: { OrdersFail },
});

export const deploy = compose({
  name: "smallest",
  containers: {
    prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, memoryMiB: 512 },
    alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, memoryMiB: 128 },
    grafana: { image: "grafana/grafana:13.2.3", port: 3000, memoryMiB: 512 },
  },
  hostAlias: "host.docker.internal",
  grafana: { adminUser: "admin", adminPassword: secretFile("grafana_admin_password", "Choose one.") },
});

export const smallest: Definitions = {
  services: [shop],
  platform: platform({
    severities: { urgent },
    receivers: { people },
    routing: route({ receiver: people }),
    prometheus: {
      scrapeInterval: "15s",
      scrapeTimeout: "10s",
      evaluationInterval: "30s",
      retention: "15d",
      retentionSizeGiB: 10,
    },
    docsUrl: "https://docs.shop.internal",
    externalUrls: {
      prometheus: "http://localhost:9090",
      alertmanager: "http://localhost:9093",
      grafana: "http://localhost:3000",
    },
    deploy,
  }),
};
