import { query, row, stateTimeline, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { models } from "../metrics/model-servers.ts";
import { modelErrorRatio, modelP95 } from "../recordings/model-servers.ts";

const { model_server_requests_total: requests, model_server_latency_seconds: latency } = models;

export const modelsRow = row("Model servers", [
  stateTimeline({
    title: "Model servers",
    description: "When the backend could reach each model server.",
    width: 12,
    height: 8,
    queries: [query(models.model_server_availability, { legend: ({ server }) => server })],
    valueNames: { 0: { text: "Unavailable", color: "red" }, 1: { text: "Available", color: "green" } },
  }),
  timeSeries({
    title: "Model requests",
    description: "Requests per second to each model server, by how they end.",
    width: 12,
    queries: [
      query(requests.rate("$__rate_interval").sumBy("server", "status"), {
        legend: ({ server, status }) => `${server}, ${status}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Model errors",
    description:
      "Share of the requests of 5 minutes that failed, by model server; a gap where there were none.",
    width: 12,
    queries: [query(modelErrorRatio, { legend: ({ server }) => server })],
    min: 0,
    thresholds: [alerts.AfirgenModelServerErrors],
  }),
  timeSeries({
    title: "Model latency",
    description: "Half of the requests, and 95 of 100 of the last 5 minutes, were answered in this time.",
    width: 12,
    queries: [
      query(latency.quantile(0.5, "$__rate_interval", "server"), {
        legend: ({ server }) => `${server}, p50`,
      }),
      query(modelP95, { legend: ({ server }) => `${server}, p95` }),
    ],
    min: 0,
    thresholds: [alerts.AfirgenModelServerSlow],
  }),
]);
