import { jsonEndpoint, probe, probeModule, scrapeJob, secretFile } from "signalbox";

const labels = { service: "ticket-shop" } as const;

export const shop = scrapeJob("ticket-shop", {
  description: "The shop itself: orders and seats.",
  targets: ["localhost:9000"],
  every: "15s",
  labels: { service: "ticket-shop" },
});

// Another program behind the same address; the proxy knows it by its path.
export const worker = scrapeJob("ticket-shop-worker", {
  description: "The worker that prints tickets and sends them by mail.",
  targets: ["localhost:9000"],
  path: "/worker/metrics",
  every: "30s",
  labels,
});

export const statusPage = jsonEndpoint("ticket-shop-status", {
  description: "What the shop says of its waiting room and its memory. JSON, for holders of a token only.",
  targets: ["http://localhost:9000/status"],
  every: "15s",
  bearerToken: secretFile("shop_status_token", "Token for GET /status: STATUS_TOKEN of the shop."),
  labels,
  sample: {
    time: "2026-01-31T12:00:00Z",
    waiting_room: { buyers: 40, longest_wait_seconds: 12.5, refused: 3 },
    memory: { heap_bytes: 300_000_000, cache_bytes: 100_000_000, heap_limit_bytes: 1_000_000_000 },
    blocked_addresses: [],
  },
});

export const healthProbe = probe("ticket-shop-health", {
  description: "The health check as a buyer sees it: does it answer, and how fast?",
  targets: ["http://localhost:9000/health"],
  every: "30s",
  module: probeModule("http_health", {
    description: "GET must answer 200; a redirect would be somebody else's page.",
    timeout: "5s",
    validStatusCodes: [200],
    followRedirects: false,
  }),
  labels,
});

// What a part says of its own check.
const part = { status: "ok", check_ms: 0.1 } as const;

export const healthStatus = jsonEndpoint("ticket-shop-health-status", {
  description:
    "What the health check says of the shop and of its parts; the probe only sees whether it answers.",
  targets: ["http://localhost:9000/health"],
  every: "30s",
  labels,
  sample: { status: "ok", parts: { database: part, payments: part }, issues: [] },
});

export const certificateProbe = probe("ticket-shop-certificate", {
  description: "The certificate that buyers are shown.",
  // The shop itself speaks plain HTTP. TLS ends at the proxy in front of it.
  targets: ["https://localhost:443/events"],
  // Days count here, not seconds.
  every: "1m",
  module: probeModule("tls_certificate", {
    description: "Reads the certificate and takes any answer: whether the shop is well is asked elsewhere.",
    timeout: "5s",
    validStatusCodes: [200, 301, 302, 307, 308, 401, 403, 404, 500, 502, 503, 504],
    followRedirects: false,
    requireTls: true,
    // An expired certificate must be measured too; else the alert stops firing when it is due.
    verifyCertificate: false,
  }),
  labels,
});
