import {
  alert,
  compose,
  counter,
  dashboard,
  failing,
  gauge,
  histogram,
  holds,
  jsonEndpoint,
  metrics,
  ms,
  percent,
  probeModule,
  quantile,
  receiver,
  recording,
  route,
  runs,
  row,
  scrapeJob,
  secretFile,
  severity,
  share,
  slack,
  slo,
  summary,
  timeSeries,
} from "signalbox";

// What the examples of the reference speak of. Its page of examples shows this text.

const labels = { service: "shop" } as const;
export const shop = scrapeJob("shop", { description: "The shop.", targets: ["localhost:9100"], labels });

export const ofShop = metrics(shop, {
  shop_requests_total: counter({
    help: "Requests served.",
    unit: "requests",
    labels: { path: ["/", "/cart", "/pay"], status: ["200", "404", "500"] },
  }),
  shop_received_bytes_total: counter({ help: "Bytes received.", unit: "bytes" }),
  shop_memory_bytes: gauge({ help: "Memory.", unit: "bytes", labels: { kind: ["heap", "cache"] } }),
  shop_queue: gauge({ help: "Orders that wait.", unit: "orders" }),
  shop_latency_seconds: histogram({
    help: "Response time.",
    unit: "seconds",
    labels: { path: "*" },
    buckets: [0.1, 0.5, 1],
  }),
  shop_pause_seconds: summary({ help: "Pauses.", unit: "seconds", quantiles: [0.5, 0.99] }),
  shop_certificate_expiry: gauge({ help: "When the certificate expires.", unit: "timestamp" }),
  shop_start_time_seconds: gauge({ help: "When the program started.", unit: "timestamp" }),
  shop_build_info: gauge({ help: "Always 1.", unit: "bool", labels: { version: "*" } }),
});

export const requests = ofShop.shop_requests_total;
export const failed = requests.where({ status: "500" });
export const served = requests.whereNot({ status: "500" });
export const received = ofShop.shop_received_bytes_total;
export const memory = ofShop.shop_memory_bytes;
export const queue = ofShop.shop_queue;
export const latency = ofShop.shop_latency_seconds;
export const pause = ofShop.shop_pause_seconds;
export const expiry = ofShop.shop_certificate_expiry;
export const started = ofShop.shop_start_time_seconds;
export const build = ofShop.shop_build_info;
export const scrapeTime = shop.scrape_duration_seconds;

export const errorRate = recording(
  "job:shop_errors:ratio_rate5m",
  failed.rate("5m").sumBy("job").div(requests.rate("5m").sumBy("job")),
  {
    help: "The share of the requests that fail.",
    example: { given: [share(failed, served, percent(5))], expect: percent(5) },
  },
);

/** The buckets of the response times. */
export const ratesByPath = recording(
  "path:shop_latency_seconds_bucket:rate5m",
  latency.bucket.rate("5m").sumBy("path", "le"),
  { help: "How fast the buckets grow.", example: { given: [quantile(latency, 0.95, ms(300))], expect: 100 } },
);

/** Two recordings of one name. */
export const webRate = recording("job:shop_requests_by_tier:rate5m", served.rate("5m").sumBy("job"), {
  labels: { tier: "web" },
  example: { given: [runs(served, 5)], expect: 5 },
});
export const apiRate = recording("job:shop_requests_by_tier:rate5m", failed.rate("5m").sumBy("job"), {
  labels: { tier: "api" },
  example: { given: [runs(failed, 5)], expect: 5 },
});

/** Another job, with a counter of its own. */
export const warehouse = scrapeJob("warehouse", {
  description: "The warehouse.",
  targets: ["localhost:9200"],
});
export const ofWarehouse = metrics(warehouse, {
  warehouse_requests_total: counter({ help: "Requests served.", unit: "requests" }),
});
export const otherRequests = ofWarehouse.warehouse_requests_total;

export const http2xx = probeModule("http_2xx", { description: "The page answers.", timeout: "5s" });

export const till = jsonEndpoint("till", {
  description: "A till.",
  targets: ["http://localhost:8080/status"],
  sample: { queue: { length: 3 }, state: "open" },
  labels,
});
export const ofTill = metrics(till, {
  till_queue: gauge({ help: "People in the queue.", unit: "people" }),
  till_state: gauge({ help: "Its state.", unit: "bool", labels: { state: ["open", "shut"] } }),
});
export const tillQueue = ofTill.till_queue;
export const hall = jsonEndpoint("hall", {
  description: "The hall.",
  targets: ["http://localhost:8080/hall"],
  sample: { queues: [{ name: "in", length: 3 }] },
});
export const hallQueue = metrics(hall, {
  hall_queue_length: gauge({ help: "Who waits.", unit: "people", labels: { queue: "*" } }),
}).hall_queue_length;
export const tillState = ofTill.till_state;

export const critical = severity("critical", { rank: 1, response: "at once", color: "red" });
export const ticket = severity("ticket", { rank: 2, response: "on the next day", color: "yellow" });

export const webhookUrl = secretFile("slack_webhook_url", "Incoming webhook of the team.");
export const apiKey = secretFile("opsgenie_api_key", "API key of the integration.");
export const botToken = secretFile("telegram_bot_token", "Token of the bot.");
const notifiers = [slack({ webhookUrl, channel: "#alerts" })];
export const team = receiver("team", { description: "The team.", notifiers });
export const onCall = receiver("on-call", { description: "Whoever is on call.", notifiers });
export const root = route({
  receiver: team,
  routes: [route({ match: { severity: critical }, receiver: onCall })],
});

export const fullQueue = holds(queue, { ok: 10, limit: 100, firing: 101 });
export const restOfAlert = {
  severity: critical,
  component: "checkout",
  for: "5m",
  summary: "The shop has a problem",
  description: "What is measured, and what the number means.",
  impact: "Customers cannot pay.",
  actions: ["Read the log of the shop."],
} as const;
export const ManyErrors = alert({
  ...restOfAlert,
  expr: errorRate.gt(percent(5)),
  scenario: holds(errorRate, { ok: percent(1), limit: percent(5), firing: percent(5.1) }),
});
export const ShopDown = alert({
  ...restOfAlert,
  expr: shop.up.eq(0),
  scenario: holds(shop.up, { ok: 1, firing: 0 }),
});
export const restOfRunbook = {
  title: "Requests wait although there are few",
  pattern: "The queue is long, and requests are as frequent as ever.",
  questions: [],
  causes: ["The database is slow."],
  alerts: [ManyErrors],
} as const;

export const requestsPanel = timeSeries({
  title: "Requests",
  description: "Requests per second.",
  queries: [requests.rate("$__rate_interval").sumBy("job")],
});
export const overview = dashboard("shop-overview", {
  title: "Shop",
  description: "What is asked for, and what fails.",
  folder: "Shop",
  last: "6h",
  rows: [row("Requests", [requestsPanel])],
});

export const burnAlerting = { page: { severity: critical }, ticket: { severity: ticket } };
export const restOfSlo = {
  title: "The shop answers",
  description: "Customers see pages, not errors.",
  impact: "Customers cannot buy.",
  component: "checkout",
  objective: percent(99.9),
  indicator: failing(failed, { of: requests, words: "of the requests fail" }),
  minimumTraffic: 0.1,
  alerting: burnAlerting,
} as const;
export const availability = slo("shop-availability", { ...restOfSlo, window: "28d" });

export const containers = {
  prometheus: { image: "prom/prometheus:v3.13.2", port: 9090, memoryMiB: 2048 },
  alertmanager: { image: "prom/alertmanager:v0.34.2", port: 9093, memoryMiB: 128 },
  grafana: { image: "grafana/grafana:13.2.3", port: 3000, memoryMiB: 512 },
} as const;
export const restOfStack = {
  name: "monitoring",
  hostAlias: "host.docker.internal",
  grafana: { adminUser: "admin", adminPassword: secretFile("grafana_admin_password", "Choose one.") },
} as const;
export const stack = compose({ ...restOfStack, containers });
export const restOfPlatform = {
  severities: { critical, ticket },
  receivers: { onCall, team },
  routing: root,
  prometheus: {
    scrapeInterval: "15s",
    scrapeTimeout: "10s",
    evaluationInterval: "30s",
    retention: "31d",
    retentionSizeGiB: 20,
  },
  docsUrl: "https://git.shop.example/monitoring/out/docs",
  externalUrls: {
    prometheus: "https://prometheus.shop.example",
    alertmanager: "https://alertmanager.shop.example",
    grafana: "https://grafana.shop.example",
  },
  deploy: stack,
} as const;
