import { barGauge, dashboard, query, ratioOf, row, timeSeries, variable } from "signalbox";
import { models } from "../metrics/backends.ts";
import { frameOf, instance } from "./frame.ts";

const { model_requests_total: asked, model_errors_total: failed } = models;

const now = row("Now", [
  barGauge({
    title: "Most used",
    description: "The ten models that are asked most often, in requests per second.",
    width: 8,
    queries: [
      query(asked.rate("$__rate_interval").sumBy("model").topk(10), { legend: ({ model }) => model }),
    ],
    min: 0,
  }),
  barGauge({
    title: "Slowest",
    description: "The ten models with the highest mean time, as the gateway computes it.",
    width: 8,
    queries: [
      query(models.model_latency_avg_seconds.maxBy("model").topk(10), { legend: ({ model }) => model }),
    ],
    min: 0,
  }),
  barGauge({
    title: "Most faulty",
    description: "The ten models with the highest error rate, over the requests that the gateway remembers.",
    width: 8,
    queries: [query(models.model_error_rate.maxBy("model").topk(10), { legend: ({ model }) => model })],
    min: 0,
    max: 1,
  }),
]);

const time = row("Over time", [
  timeSeries({
    title: "Error rate",
    description:
      "By the gateway's own count. All models of one provider at once: see GatewayZ Providers. One model alone: it may have been withdrawn.",
    queries: [query(models.model_error_rate, { legend: ({ model, instance }) => `${model}, ${instance}` })],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of the shown moment that failed, from the counters: whether a fault is over.",
    queries: [
      query(
        ratioOf(
          failed.rate("$__rate_interval").sumBy("model"),
          asked.rate("$__rate_interval").sumBy("model"),
        ),
        { legend: ({ model }) => model },
      ),
    ],
    min: 0,
    max: 1,
  }),
  timeSeries({
    title: "Mean latency",
    description: "Mean time that each model takes. Long answers take longer: compare a model with itself.",
    queries: [
      query(models.model_latency_avg_seconds, { legend: ({ model, instance }) => `${model}, ${instance}` }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Requests by model",
    description: "Requests per second.",
    queries: [query(asked.rate("$__rate_interval").sumBy("model"), { legend: ({ model }) => model })],
    min: 0,
    stacked: true,
  }),
]);

export const modelUse = dashboard("gatewayz-models", {
  title: "GatewayZ Models",
  description: "The models beside each other: which are used, which are slow, which fail.",
  ...frameOf("gatewayz-models"),
  variables: [instance, variable("model", { title: "Model", of: asked, label: "model" })],
  rows: [now, time],
});
