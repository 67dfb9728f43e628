import { counter, gauge, metrics } from "signalbox";
import { gateway } from "../scrape.ts";

// Which providers and models there are is configured in the gateway, and changes without a deployment.
const ofProvider = { provider: "*" } as const;
const ofModel = { model: "*" } as const;

export const providers = metrics(gateway, {
  provider_requests_total: counter({
    help: "Requests that a provider was asked to answer.",
    unit: "requests",
    labels: ofProvider,
  }),
  provider_errors_total: counter({
    help: "Requests that a provider failed to answer.",
    unit: "requests",
    labels: ofProvider,
  }),
  provider_error_rate: gauge({
    help: "Share of a provider's requests that failed.",
    unit: "ratio",
    labels: ofProvider,
    computed: "ratio",
  }),
  provider_latency_avg_seconds: gauge({
    help: "Mean time that a provider takes.",
    unit: "seconds",
    labels: ofProvider,
    computed: "mean",
  }),
  provider_latency_min_seconds: gauge({
    help: "The fastest answer of a provider.",
    unit: "seconds",
    labels: ofProvider,
    computed: "min",
  }),
  provider_latency_max_seconds: gauge({
    help: "The slowest answer of a provider.",
    unit: "seconds",
    labels: ofProvider,
    computed: "max",
  }),
});

export const models = metrics(gateway, {
  model_requests_total: counter({
    help: "Requests that a model was asked to answer.",
    unit: "requests",
    labels: ofModel,
  }),
  model_errors_total: counter({
    help: "Requests that a model failed to answer.",
    unit: "requests",
    labels: ofModel,
  }),
  model_error_rate: gauge({
    help: "Share of a model's requests that failed.",
    unit: "ratio",
    labels: ofModel,
    computed: "ratio",
  }),
  model_latency_avg_seconds: gauge({
    help: "Mean time that a model takes.",
    unit: "seconds",
    labels: ofModel,
    computed: "mean",
  }),
});

// Which service was called. Prometheus stores it as `exported_service`: the target has a label `service` of its own.
const ofService = { service: "*" } as const;

export const externalApis = metrics(gateway, {
  external_api_calls_total: counter({
    help: "Calls of services besides the providers, such as payments.",
    unit: "calls",
    labels: ofService,
  }),
  external_api_errors_total: counter({
    help: "Calls of these services that failed.",
    unit: "calls",
    labels: ofService,
  }),
});
