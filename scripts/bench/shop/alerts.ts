import { alert, holds, ms, percent, ratio, ruleGroup, runs, seconds } from "signalbox";
import { critical, info, medium } from "../../../examples/ticket-shop/definitions/platform/severities.ts";
import { suppliers } from "./metrics/backends.ts";
import { http, latency } from "./metrics/requests.ts";
import { cache } from "./metrics/storage.ts";
import { endpointErrorRatio, endpointRequestRate, errorRatio } from "./recordings.ts";
import { shop } from "./scrape.ts";

// Twice a minute: the shortest `for` is a minute, so two looks confirm each other.
const group = ruleGroup("shop_alerts", { every: "30s" });

// What the rule tests read. When all is well one of 200 requests fails: half of what the objective leaves.
const basket = { endpoint: "/api/basket" } as const;
const requests = http.shop_http_requests_total.where({ ...basket, method: "POST" });
const errors = http.shop_http_request_errors_total.where({ ...basket, method: "POST" });

// The shop goes on exporting the statistics that it computed when nobody asks any more: of an endpoint, a supplier or a
// cache that is at rest they are history. So the alerts on them also want to see requests.

export const ShopDown = alert({
  severity: critical,
  component: "availability",
  // A target that is gone from the configuration has no `up` that could be 0: that its series is missing counts as well.
  expr: shop.up.eq(0).or(shop.up.absent()),
  downOf: shop,
  // Four scrapes that fail, or that are missing: a restart takes less.
  for: "1m",
  scenario: { given: [holds(shop.up, { ok: 1, firing: 0 })], whenMissing: "firing" },
  group,
  summary: "The shop is down",
  description: "Prometheus gets no metrics from the shop, or has no such target any more.",
  impact: "No warehouse can be asked, whichever supplier it has. All other alerts of the shop are blind.",
  actions: [
    "Ask it yourself:\n`curl -i http://shop.internal:8080/metrics/health`",
    "No answer: read the end of the shop's log for why it stopped, and start it again.",
    "An answer: read the error of job shop at http://localhost:9090/targets.",
    "404 there: another program has the port. out/README.md says how to tell where the shop is: Where the programs are.",
  ],
});

export const ShopUnhealthy = alert({
  severity: critical,
  component: "errors",
  // The red band of the shop's own health check. It wakes somebody, because the yellow one below, ShopHighErrorRate, waits for
  // business hours, and an objective of 99.9 % would use up the errors of a month in 7 hours.
  expr: errorRatio.gt(percent(10)),
  for: "5m",
  scenario: {
    // When all is well fewer fail than the SLO on availability lets: 0.6 %.
    given: [runs(errors, { ok: 0.125, limit: 2, firing: 2.0625 }), runs(requests, 20)],
    value: percent(10.3125),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of all its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of all requests of the last 5 minutes ended in an error: what the shop's health check calls unhealthy. Without any requests it does not fire.`,
  impact: "Of ten callers at least one gets an error instead of an answer.",
  actions: [
    "Is it one endpoint or all? The panel Errors by endpoint of Shop Errors says so.",
    "Is it one supplier? The panel Error rate of Shop Suppliers: take it out of the routing until it is well.",
    "All of them: the panels Queries of Shop Database and Failed calls of Shop Errors show what the shop itself needs.",
    "Does it follow a restart (the blue line)? Take the deployment back.",
  ],
});

export const ShopHighErrorRate = alert({
  severity: medium,
  component: "errors",
  expr: endpointErrorRatio.gt(percent(5)),
  for: "5m",
  scenario: {
    given: [runs(errors, { ok: 0.125, limit: 1, firing: 1.0625 }), runs(requests, 20)],
    value: percent(5.3125),
  },
  group,
  summary: ({ labels, value }) => `${labels.endpoint} of ${labels.instance} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests of this endpoint ended in an error in the last 5 minutes. Without any requests it does not fire.`,
  impact: "Callers of this endpoint get errors now and then; the others may be well.",
  actions: [
    "The panel Answers with 5xx of Shop Errors says which status the callers get.",
    "502, 503 or 504: a supplier. Compare with the panel Error rate of Shop Suppliers.",
    "500: the shop itself. Its log has the exception; the panel Restarts and uptime of Shop System says whether it is new.",
    "Ask it for its own view:\n`curl -s http://shop.internal:8080/metrics/health`",
  ],
});

export const ShopHighLatency = alert({
  severity: medium,
  component: "latency",
  expr: latency.shop_http_request_latency_p99_seconds
    .gt(seconds(1))
    .and(endpointRequestRate.gt(0), { on: ["instance", "endpoint"] }),
  for: "5m",
  scenario: [
    {
      given: [
        holds(latency.shop_http_request_latency_p99_seconds.where(basket), {
          ok: ms(300),
          limit: seconds(1),
          firing: seconds(1.05),
        }),
        runs(requests, 5),
      ],
      value: seconds(1.05),
    },
    {
      // What was slow yesterday, and nobody has asked since.
      given: [
        holds(latency.shop_http_request_latency_p99_seconds.where(basket), seconds(3)),
        runs(requests, { ok: 0, limit: 0, firing: 0.5 }),
      ],
      value: seconds(3),
    },
  ],
  group,
  summary: ({ labels, value }) =>
    `${labels.endpoint} of ${labels.instance}: 1 request in 100 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 99th percentile that the shop computed for this endpoint has been above ${threshold} for 5 minutes, while it is being asked.`,
  impact: "Callers wait; those with a short timeout give up and ask again, which makes it worse.",
  actions: [
    "Compare with the panel p50 of Shop Latency: does it rise too, or only the slowest few?",
    "All rise: the panel Mean latency of Shop Suppliers says whether a supplier is slow, that of Shop Warehouses which warehouse.",
    "No supplier is slow: the panels Mean query time of Shop Database and Hit rate of Shop Cache.",
    "The shop remembers old requests: after a fault is over, begin anew.\n`curl -X POST http://shop.internal:8080/metrics/reset`",
  ],
});

export const ShopSupplierDown = alert({
  severity: critical,
  component: "suppliers",
  expr: suppliers.shop_supplier_error_rate
    .gt(percent(20))
    .and(suppliers.shop_supplier_requests_total.rate("5m").gt(0)),
  for: "5m",
  scenario: [
    {
      given: [
        holds(suppliers.shop_supplier_error_rate.where({ supplier: "harbour" }), {
          ok: ratio(0.01),
          limit: ratio(0.2),
          firing: ratio(0.21),
        }),
        runs(suppliers.shop_supplier_requests_total.where({ supplier: "harbour" }), 3),
      ],
      value: percent(21),
    },
    {
      // One that was taken out of the routing because it failed.
      given: [
        holds(suppliers.shop_supplier_error_rate.where({ supplier: "harbour" }), ratio(0.6)),
        runs(suppliers.shop_supplier_requests_total.where({ supplier: "harbour" }), {
          ok: 0,
          limit: 0,
          firing: 0.5,
        }),
      ],
      value: percent(60),
    },
  ],
  group,
  summary: ({ labels, value }) => `${labels.supplier} fails ${value} of the requests of ${labels.instance}`,
  description: ({ threshold }) =>
    `By the shop's own count more than ${threshold} of this supplier's requests have failed for 5 minutes, while it is being asked.`,
  impact:
    "Warehouses that only this supplier has cannot be used; the others are slower, where they are tried second.",
  actions: [
    "Read the supplier's status page: a known fault needs no search here.",
    "The panel Failed requests of Shop Suppliers says since when; the shop's log says with which answer: 401 is a key that ran out, 429 a quota.",
    "Take it out of the routing, or give its warehouses another supplier.",
    "The panel Failed requests is calm, but the rate stays: it remembers what is over.\n`curl -X POST http://shop.internal:8080/metrics/reset`",
  ],
});

export const ShopLowCacheHitRate = alert({
  severity: info,
  component: "cache",
  expr: cache.shop_cache_hit_rate
    .lt(ratio(0.5))
    .and(cache.shop_cache_hits_total.rate("5m").add(cache.shop_cache_misses_total.rate("5m")).gt(0)),
  for: "10m",
  scenario: [
    {
      given: [
        holds(cache.shop_cache_hit_rate, { ok: ratio(0.9), limit: ratio(0.5), firing: ratio(0.48) }),
        runs(cache.shop_cache_hits_total, 2),
        runs(cache.shop_cache_misses_total, 2),
      ],
      value: ratio(0.48),
    },
    {
      // A shop that was just started has answered nothing from its cache: 0, and no sign of anything.
      given: [
        holds(cache.shop_cache_hit_rate, 0),
        runs(cache.shop_cache_hits_total, 0),
        runs(cache.shop_cache_misses_total, { ok: 0, limit: 0, firing: 0.5 }),
      ],
      value: 0,
    },
    {
      // One that was poor yesterday, and is asked again for what it has.
      given: [
        holds(cache.shop_cache_hit_rate, ratio(0.4)),
        runs(cache.shop_cache_hits_total, { ok: 0, limit: 0, firing: 0.5 }),
        runs(cache.shop_cache_misses_total, 0),
      ],
      value: ratio(0.4),
    },
  ],
  group,
  summary: ({ labels, value }) => `The cache of ${labels.instance} answers only ${value} of its look-ups`,
  description: ({ threshold }) =>
    `Less than ${threshold} of the look-ups have been answered by the cache for 10 minutes, while there are any.`,
  impact:
    "Answers cost more and take longer than they need to; suppliers are asked the same again and again.",
  actions: [
    "Was the shop restarted (the blue line of Shop Cache)? Then the cache is empty, and fills by itself.",
    "Hits fall while misses stay: entries expire too early, or it is full; raise its size or its time to live.",
    "Misses rise while hits stay: new traffic that repeats nothing. Then this is as it should be.",
  ],
});
