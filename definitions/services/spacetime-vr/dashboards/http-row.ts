import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { http } from "../metrics/api.ts";
import { errorRatio, p95Latency } from "../recordings.ts";

const { spacetime_http_requests_total: requests, spacetime_http_request_duration_seconds: latency } = http;

const statusClass = (pattern: RegExp, legend: string) =>
  query(requests.where({ status: pattern }).rate("$__rate_interval").sum(), { legend });

const percentile = (quantile: number, legend: string) =>
  query(latency.quantile(quantile, "$__rate_interval"), { legend });

export const httpRow = row("HTTP API", [
  timeSeries({
    title: "Requests by status",
    description: "Requests per second by class of status: 4xx is the caller's mistake, 5xx ours.",
    queries: [statusClass(/2../, "2xx"), statusClass(/4../, "4xx"), statusClass(/5../, "5xx")],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Request latency",
    description:
      "Half of the requests, 95 and 99 of 100 were answered in this time. The limit is 500 ms for the 95.",
    queries: [
      percentile(0.5, "p50"),
      percentile(0.95, "p95"),
      percentile(0.99, "p99"),
      query(p95Latency, { legend: ({ instance }) => `${instance}, p95 of 5 minutes` }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeRequestLatencyHigh],
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of 5 minutes that were answered with 5xx; a gap where there were none.",
    width: 6,
    queries: [query(errorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeHighErrorRate],
  }),
  timeSeries({
    title: "Failed requests by endpoint",
    description: "The five endpoints that answer most often with 5xx.",
    width: 6,
    queries: [
      query(requests.where({ status: /5../ }).rate("$__rate_interval").sumBy("endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Slowest endpoints",
    description: "The five endpoints with the highest 95th percentile.",
    width: 6,
    queries: [
      query(latency.quantile(0.95, "$__rate_interval", "endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests by endpoint",
    description: "The five endpoints that are asked most often.",
    width: 6,
    queries: [
      query(requests.rate("$__rate_interval").sumBy("endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests in flight",
    description: "Requests that are being answered. A rise without an end is a request that hangs.",
    width: 24,
    height: 5,
    queries: [query(http.spacetime_http_requests_in_flight, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
