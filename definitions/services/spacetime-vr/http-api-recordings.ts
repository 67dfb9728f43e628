import { ms, percent, quantile, ratioOf, recording, ruleGroup, runs, share } from "signalbox";
import { plainNames } from "./metrics/plain-names.ts";

const group = ruleGroup("http_api_recordings", { every: "30s" });

const {
  http_requests_total: requests,
  http_request_duration_seconds: latency,
  scene_loads_total: sceneLoads,
  scene_load_errors_total: sceneErrors,
} = plainNames;

export const endpointLatency = recording(
  "job:http_request_duration_seconds:p95",
  // An endpoint that nobody asked has no value at all. Without the comparison it would be NaN, which spoils every mean.
  latency.quantile(0.95, "5m", "job", "endpoint").gt(0).series(),
  {
    help: "95 of 100 requests of the last 5 minutes to an endpoint were answered in this time, by all instances.",
    group,
    example: {
      given: [quantile(latency, 0.95, ms(250))],
      expect: ms(250),
    },
    equivalentMutants: {
      "comparison not strict":
        "A quantile above 0 lies above the lower bound of its bucket, and so is never 0 itself.",
    },
    allow: {
      "recording-levels-name-their-labels": "the guide of the HTTP API gives this name, and tools ask for it",
    },
  },
);

export const apiRequestRate = recording(
  "instance:http_api_requests:rate5m",
  requests.rate("5m").sumBy("instance"),
  {
    help: "Requests per second to the HTTP API, over 5 minutes.",
    group,
    example: {
      given: [runs(requests.where({ method: "GET" }), 20), runs(requests.where({ method: "POST" }), 5)],
      expect: 25,
    },
  },
);

const failedRate = requests.where({ status: /5../ }).rate("5m").sumBy("instance");

export const apiErrorRatio = recording(
  "instance:http_api_errors:ratio_rate5m",
  // Nothing failed: 0. Nothing was asked: no value at all, and so no alert.
  ratioOf(failedRate, apiRequestRate),
  {
    help: "Share of the requests to the HTTP API that it failed to answer (5xx), over 5 minutes.",
    group,
    example: [
      {
        given: [share(requests.where({ status: "500" }), requests.where({ status: "401" }), percent(4))],
        expect: percent(4),
      },
      { given: [runs(requests.where({ status: "200" }), 0.5)], expect: 0 },
      { given: [runs(requests.where({ status: "200" }), 0)], expect: "missing" },
    ],
  },
);

// What failed is not among what was loaded: the guide reckons the share of success as loads / (loads + errors).
const allLoads = sceneLoads.rate("5m").add(sceneErrors.rate("5m"));

export const sceneErrorRatio = recording(
  "instance:scene_load_errors:ratio_rate5m",
  sceneErrors.rate("5m").div(allLoads.gt(0).series()).sumBy("instance"),
  {
    help: "Share of the scenes that failed to load, over 5 minutes.",
    group,
    example: [
      { given: [share(sceneErrors, sceneLoads, percent(20))], expect: percent(20) },
      { given: [share(sceneErrors, sceneLoads, 0, { perSecond: 0.5 })], expect: 0 },
      { given: [runs(sceneErrors, 0), runs(sceneLoads, 0)], expect: "missing" },
    ],
  },
);
