import { jsonEndpoint, probe, probeModule, scrapeJob, secretFile } from "signalbox";

const labels = { service: "shop" } as const;

export const api = scrapeJob("shop-api", {
  unguarded: "the alerts that are written here are looked at, and no others",
  description: "The shop's own metrics.",
  targets: ["localhost:8080"],
  bearerToken: secretFile("shop_token", "Token for the shop's metrics."),
  labels,
});

export const stock = jsonEndpoint("shop-stock", {
  unguarded: "the alerts that are written here are looked at, and no others",
  description: "The shop's stock, as JSON.",
  targets: ["http://localhost:8080/stock"],
  sample: {
    items: 12,
    orders: 345,
    at: "2026-01-31T12:00:00Z",
    shelves: [{ name: "left", hall: "a", items: 7, broken: 1 }],
  },
  labels,
});

export const health = probe("shop-health", {
  unguarded: "the alerts that are written here are looked at, and no others",
  description: "The health check as a caller sees it.",
  targets: ["http://localhost:8080/health"],
  every: "30s",
  module: probeModule("shop_health", {
    description: "GET must answer 200.",
    timeout: "5s",
    validStatusCodes: [200],
    bodyMatches: ['"status":\\s*"ok"'],
  }),
  labels,
});

export const shipper = scrapeJob("shop-shipper", {
  description: "What ships the shop's log lines.",
  targets: ["filebeat:5066"],
  absentWhileStopped: true,
  path: "/stats",
  labels,
});
