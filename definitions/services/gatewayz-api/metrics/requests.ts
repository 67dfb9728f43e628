import { counter, gauge, metrics } from "signalbox";
import { gateway } from "../scrape.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

// The routes of the gateway, written as its decorator names them: /api/chat, never /api/chat/42.
const endpoint = "*";

/** The gateway keeps no buckets: it computes these by itself, over the requests it remembers. */
export const latency = metrics(gateway, {
  http_request_latency_avg_seconds: gauge({
    help: "Mean time that requests took.",
    unit: "seconds",
    labels: { endpoint },
    computed: "mean",
  }),
  http_request_latency_p50_seconds: gauge({
    help: "Half of the requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p50",
  }),
  http_request_latency_p95_seconds: gauge({
    help: "95 of 100 requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p95",
  }),
  http_request_latency_p99_seconds: gauge({
    help: "99 of 100 requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p99",
  }),
});

export const http = metrics(gateway, {
  http_requests_total: counter({
    help: "Requests that came in.",
    unit: "requests",
    labels: { endpoint, method: methods },
  }),
  http_request_errors_total: counter({
    help: "Requests that ended in an error.",
    unit: "requests",
    labels: { endpoint, method: methods },
  }),
  http_response_status_total: counter({
    help: "Answers by their status.",
    unit: "requests",
    // A pattern and not a list: what providers answer is passed on, and they have codes of their own.
    labels: { endpoint, status: /[1-5][0-9][0-9]/ },
  }),
});

export const gatewayProcess = metrics(gateway, {
  gatewayz_uptime_seconds: gauge({ help: "Time since the gateway was started.", unit: "seconds" }),
});
