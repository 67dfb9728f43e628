import { barGauge, dashboard, query, ratioOf, row, timeSeries, variable } from "signalbox";
import * as alerts from "../alerts.ts";
import { providers } from "../metrics/backends.ts";
import { frameOf, instance } from "./frame.ts";

const { provider_requests_total: asked, provider_errors_total: failed } = providers;

const failures = row("Failures", [
  barGauge({
    title: "Error rate now",
    description:
      "By the gateway's own count, over the requests that it remembers. Above 20 % a provider counts as down.",
    width: 8,
    queries: [query(providers.provider_error_rate.maxBy("provider"), { legend: ({ provider }) => provider })],
    min: 0,
    max: 1,
    thresholds: [alerts.ProviderDown],
  }),
  timeSeries({
    title: "Error rate",
    description: "The same over time. It falls slowly after a fault, because what is over is remembered.",
    width: 8,
    queries: [
      query(providers.provider_error_rate, {
        legend: ({ provider, instance }) => `${provider}, ${instance}`,
      }),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ProviderDown],
  }),
  timeSeries({
    title: "Failed requests",
    description:
      "Share of the requests of the shown moment that failed, from the counters: whether a fault is over.",
    width: 8,
    queries: [
      query(
        ratioOf(
          failed.rate("$__rate_interval").sumBy("provider"),
          asked.rate("$__rate_interval").sumBy("provider"),
        ),
        { legend: ({ provider }) => provider },
      ),
    ],
    min: 0,
    max: 1,
    thresholds: [alerts.ProviderDown],
  }),
]);

const latencies = row("Latency", [
  timeSeries({
    title: "Mean latency",
    description: "Mean time that each provider takes, as the gateway computes it.",
    queries: [
      query(providers.provider_latency_avg_seconds, {
        legend: ({ provider, instance }) => `${provider}, ${instance}`,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Fastest and slowest answer",
    description: "The fastest and the slowest answer of each provider that the gateway remembers.",
    queries: [
      query(providers.provider_latency_min_seconds.minBy("provider"), {
        legend: ({ provider }) => `${provider}, fastest`,
      }),
      query(providers.provider_latency_max_seconds.maxBy("provider"), {
        legend: ({ provider }) => `${provider}, slowest`,
      }),
    ],
    min: 0,
  }),
]);

const use = row("Use", [
  timeSeries({
    title: "Requests by provider",
    description: "Requests per second. A line that ends is a provider that was taken out of the routing.",
    queries: [
      query(asked.rate("$__rate_interval").sumBy("provider"), { legend: ({ provider }) => provider }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Failed requests per second",
    description: "How many callers a fault hurts: a high share of few is less than a low share of many.",
    queries: [
      query(failed.rate("$__rate_interval").sumBy("provider"), { legend: ({ provider }) => provider }),
    ],
    min: 0,
    stacked: true,
  }),
]);

export const providerUse = dashboard("gatewayz-providers", {
  title: "GatewayZ Providers",
  description: "The providers beside each other: which fail, which are slow, which are used.",
  ...frameOf("gatewayz-providers"),
  variables: [instance, variable("provider", { title: "Provider", of: asked, label: "provider" })],
  rows: [failures, latencies, use],
});
