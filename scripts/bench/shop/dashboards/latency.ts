import { dashboard, query, row, seconds, stat, text, timeSeries, variable, vector } from "signalbox";
import * as alerts from "../alerts.ts";
import { http, latency } from "../metrics/requests.ts";
import { frameOf, instance } from "./frame.ts";

const {
  shop_http_request_latency_p99_seconds: p99,
  shop_http_request_latency_p95_seconds: p95,
  shop_http_request_latency_p50_seconds: p50,
  shop_http_request_latency_avg_seconds: mean,
} = latency;

// $__rate_interval and not a fixed minute: it is a minute, four scrapes, on a short graph, and leaves no gaps on a long one.
const requestRate = http.shop_http_requests_total.rate("$__rate_interval");

const now = row("Now", [
  stat({
    title: "Slowest endpoint",
    description: "The highest 99th percentile of any endpoint. It may be one that few use.",
    width: 8,
    queries: [p99.max()],
    thresholds: [alerts.ShopHighLatency],
  }),
  stat({
    title: "Endpoints above a second",
    description: "How many endpoints have a 99th percentile above the limit of 1 s.",
    width: 8,
    queries: [p99.gt(seconds(1)).count().or(vector(0))],
    thresholds: [{ value: 1, color: "yellow", side: "above" }],
  }),
  stat({
    title: "Requests",
    description: "Requests per second, all endpoints together.",
    width: 8,
    queries: [requestRate.sum()],
    decimals: 1,
  }),
]);

const percentiles = row("Percentiles by endpoint", [
  timeSeries({
    title: "p99",
    description: "99 of 100 requests took no longer. The limit is 1 s.",
    queries: [query(p99, { legend: ({ endpoint, instance }) => `${endpoint}, ${instance}` })],
    min: 0,
    thresholds: [alerts.ShopHighLatency],
  }),
  timeSeries({
    title: "p95",
    description: "95 of 100 requests took no longer.",
    queries: [query(p95, { legend: ({ endpoint, instance }) => `${endpoint}, ${instance}` })],
    min: 0,
  }),
  timeSeries({
    title: "p50",
    description:
      "Half of the requests took no longer. It rises when all requests get slower, p99 alone when a few do.",
    queries: [query(p50, { legend: ({ endpoint, instance }) => `${endpoint}, ${instance}` })],
    min: 0,
  }),
  timeSeries({
    title: "Mean",
    description: "Far above p50 means that a few requests take very long.",
    queries: [query(mean, { legend: ({ endpoint, instance }) => `${endpoint}, ${instance}` })],
    min: 0,
  }),
]);

const traffic = row("Traffic", [
  timeSeries({
    title: "Requests by endpoint",
    description:
      "Requests per second. Latency that rises with them is load, latency that rises without them is a fault.",
    width: 16,
    queries: [query(requestRate.sumBy("endpoint"), { legend: ({ endpoint }) => endpoint })],
    min: 0,
    stacked: true,
  }),
  text({
    title: "How to read these numbers",
    description: "What percentiles that the shop computed can say, and what they cannot.",
    width: 8,
    height: 8,
    markdown: [
      "The shop computes percentiles and means **itself**, over the requests that it remembers.",
      "- They can be compared, and the worst of several can be picked.",
      "- They cannot be added or averaged, neither over endpoints nor over time: p99 of two instances is not the mean of their p99.",
      "- Without requests they stay where they were. `curl -X POST http://shop.internal:8080/metrics/reset` begins anew.",
    ].join("\n"),
  }),
]);

export const latencies = dashboard("shop-latency", {
  title: "Shop Latency",
  description: "How long callers of the shop wait, by endpoint.",
  ...frameOf("shop-latency"),
  variables: [
    instance,
    variable("endpoint", { title: "Endpoint", of: http.shop_http_requests_total, label: "endpoint" }),
  ],
  rows: [now, percentiles, traffic],
});
