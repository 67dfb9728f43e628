import { heatmap, query, row, timeSeries, barGauge } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { endpointLatency } from "../http-api-recordings.ts";
import { plainNames } from "../metrics/plain-names.ts";

const { http_request_duration_seconds: latency } = plainNames;

const slowest = endpointLatency.topk(5);

const percentile = (quantile: number, legend: string) =>
  query(latency.quantile(quantile, "$__rate_interval"), { legend });

export const apiLatencyRow = row("Latency", [
  timeSeries({
    title: "Latency percentiles",
    description:
      "Half of the requests, 95 and 99 of 100 were answered in this time. The limits are 500 ms for the 95, 2 s for the 99.",
    queries: [percentile(0.5, "p50"), percentile(0.95, "p95"), percentile(0.99, "p99")],
    min: 0,
    thresholds: [alerts.SlowRequestLatency, alerts.CriticalSlowRequests],
  }),
  heatmap({
    title: "Latency of all requests",
    description:
      "How many requests took how long: two bands are two kinds of request, which no percentile shows.",
    queries: [latency.bucket.rate("$__rate_interval").sumBy("le").asVector()],
  }),
  barGauge({
    title: "Top slow endpoints",
    description:
      "The five endpoints whose 95th percentile is the highest, over the last 5 minutes and all instances.",
    width: 12,
    queries: [query(slowest, { instant: true, legend: ({ endpoint }) => endpoint })],
    min: 0,
    thresholds: [alerts.SlowRequestLatency, alerts.CriticalSlowRequests],
  }),
  timeSeries({
    title: "Slow endpoints over time",
    description: "The same over time, so that it is seen which of them was slow first.",
    queries: [query(slowest, { legend: ({ endpoint }) => endpoint })],
    min: 0,
    thresholds: [alerts.SlowRequestLatency],
  }),
]);
