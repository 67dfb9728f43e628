import { counter, gauge, metrics } from "signalbox";
import { shop } from "../scrape.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

// The routes of the shop, written as its router names them: /api/basket, never /api/basket/42.
const endpoint = "*";

/** The shop keeps no buckets: it computes these by itself, over the requests it remembers. */
export const latency = metrics(shop, {
  shop_http_request_latency_avg_seconds: gauge({
    help: "Mean time that requests took.",
    unit: "seconds",
    labels: { endpoint },
    computed: "mean",
  }),
  shop_http_request_latency_p50_seconds: gauge({
    help: "Half of the requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p50",
  }),
  shop_http_request_latency_p95_seconds: gauge({
    help: "95 of 100 requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p95",
  }),
  shop_http_request_latency_p99_seconds: gauge({
    help: "99 of 100 requests took no longer.",
    unit: "seconds",
    labels: { endpoint },
    computed: "p99",
  }),
});

export const http = metrics(shop, {
  shop_http_requests_total: counter({
    help: "Requests that came in.",
    unit: "requests",
    labels: { endpoint, method: methods },
  }),
  shop_http_request_errors_total: counter({
    help: "Requests that ended in an error.",
    unit: "requests",
    labels: { endpoint, method: methods },
  }),
  shop_http_response_status_total: counter({
    help: "Answers by their status.",
    unit: "requests",
    // A pattern and not a list: what suppliers answer is passed on, and they have codes of their own.
    labels: { endpoint, status: /[1-5][0-9][0-9]/ },
  }),
});

export const shopProcess = metrics(shop, {
  shop_uptime_seconds: gauge({ help: "Time since the shop was started.", unit: "seconds" }),
});
