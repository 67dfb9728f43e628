import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { api } from "../metrics/api.ts";
import { endpointP95, errorRatio, requestP99 } from "../recordings/requests.ts";

const { api_requests_total: requests, api_request_duration_seconds: latency } = api;

const statusClass = (pattern: RegExp, legend: string) =>
  query(requests.where({ status: pattern }).rate("$__rate_interval").sum(), { legend });

export const requestsRow = row("Requests", [
  timeSeries({
    title: "Requests by status",
    description: "Requests per second by class of status: 4xx is the caller's mistake, 5xx ours.",
    width: 8,
    queries: [statusClass(/2../, "2xx"), statusClass(/4../, "4xx"), statusClass(/5../, "5xx")],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Requests by endpoint",
    description: "The five endpoints that are asked most often.",
    width: 8,
    queries: [
      query(requests.rate("$__rate_interval").sumBy("endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests in progress",
    description:
      "Requests that are being answered. A line that never comes back to 0 at night is one that hangs.",
    width: 8,
    queries: [
      query(api.api_requests_in_progress.sumBy("endpoint", "method"), {
        legend: ({ method, endpoint }) => `${method} ${endpoint}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of 5 minutes that were answered with 5xx; a gap where there were none.",
    width: 8,
    queries: [query(errorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.AfirgenHighErrorRate, alerts.AfirgenSevereErrorRate],
  }),
  timeSeries({
    title: "Failed requests by endpoint",
    description: "The five endpoints that answer most often with 5xx.",
    width: 8,
    queries: [
      query(requests.where({ status: /5../ }).rate("$__rate_interval").sumBy("endpoint").topk(5), {
        legend: ({ endpoint }) => endpoint,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Request latency",
    description:
      "Half of the requests, and 95 and 99 of 100, were answered in this time, over all endpoints.",
    width: 8,
    queries: [
      query(latency.quantile(0.5, "$__rate_interval"), { legend: "p50" }),
      query(latency.quantile(0.95, "$__rate_interval"), { legend: "p95" }),
      query(requestP99, { legend: ({ instance }) => `${instance}, p99 of 5 minutes` }),
    ],
    min: 0,
    thresholds: [alerts.AfirgenLatencyVeryHigh],
  }),
  timeSeries({
    title: "Slowest endpoints",
    description: "The five endpoints with the highest 95th percentile of 5 minutes.",
    width: 12,
    queries: [query(endpointP95.topk(5), { legend: ({ endpoint }) => endpoint })],
    min: 0,
    thresholds: [alerts.AfirgenLatencyHigh],
  }),
  timeSeries({
    title: "Waiting without an answer",
    description:
      "Requests in progress at endpoints that have answered none for 10 minutes, as the alert sees them.",
    width: 12,
    queries: [
      query(
        api.api_requests_in_progress
          .sumBy("endpoint", "method")
          .gt(0)
          .unless(requests.rate("10m").sumBy("endpoint", "method").gt(0)),
        { legend: ({ method, endpoint }) => `${method} ${endpoint}`, emptyMeans: "No request hangs." },
      ),
    ],
    min: 0,
  }),
]);
