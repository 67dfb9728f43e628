import { percent, quantile, ratioOf, recording, runs, seconds, share } from "signalbox";
import { api } from "../metrics/api.ts";
import { aboveZero } from "./above-zero.ts";
import { group } from "./group.ts";

const { api_requests_total: requests, api_request_duration_seconds: latency } = api;

export const requestRate = recording(
  "instance:afirgen_requests:rate5m",
  requests.rate("5m").sumBy("instance"),
  {
    help: "Requests per second, over 5 minutes.",
    group,
    example: {
      given: [runs(requests.where({ method: "GET" }), 30), runs(requests.where({ method: "POST" }), 12)],
      expect: 42,
    },
  },
);

const failedRate = requests.where({ status: /5../ }).rate("5m").sumBy("instance");

export const errorRatio = recording(
  "instance:afirgen_request_errors:ratio_rate5m",
  // Nothing failed: 0. Nothing was asked: no value at all, and so no alert.
  ratioOf(failedRate, requestRate),
  {
    help: "Share of the requests of the last 5 minutes that the backend failed to answer (5xx).",
    group,
    example: [
      // Of those that could not be answered a 422 is none: the caller sent something wrong.
      {
        given: [share(requests.where({ status: "503" }), requests.where({ status: "422" }), percent(5))],
        expect: percent(5),
      },
      // One request in two seconds is traffic as well.
      { given: [runs(requests.where({ status: "200" }), 0.5)], expect: 0 },
      { given: [runs(requests.where({ status: "200" }), 0)], expect: "missing" },
    ],
  },
);

// Where nothing was asked a quantile is NaN, which spoils every mean that it gets into: it has to be above 0.

export const endpointP95 = recording(
  "instance_endpoint:afirgen_request_duration_seconds:p95_5m",
  latency.quantile(0.95, "5m", "instance", "endpoint").gt(0).series(),
  {
    help: "95 of 100 requests to an endpoint in the last 5 minutes were answered in this time.",
    group,
    example: [
      { given: [quantile(latency, 0.95, seconds(2.5))], expect: seconds(2.5) },
      { given: [quantile(latency, 0.95, seconds(0.5))], expect: seconds(0.5) },
    ],
    equivalentMutants: { "comparison not strict": aboveZero },
  },
);

export const requestP99 = recording(
  "instance:afirgen_request_duration_seconds:p99_5m",
  latency.quantile(0.99, "5m", "instance").gt(0).series(),
  {
    help: "99 of 100 requests of the last 5 minutes were answered in this time.",
    group,
    example: [
      { given: [quantile(latency, 0.99, seconds(5))], expect: seconds(5) },
      { given: [quantile(latency, 0.99, seconds(0.5))], expect: seconds(0.5) },
    ],
    equivalentMutants: { "comparison not strict": aboveZero },
  },
);
