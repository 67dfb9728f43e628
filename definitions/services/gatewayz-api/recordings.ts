import { percent, ratioOf, recording, ruleGroup, runs } from "signalbox";
import { http } from "./metrics/requests.ts";

// As often as the alerts that rest on them are evaluated.
const group = ruleGroup("gatewayz_recordings", { every: "30s" });

const { http_requests_total: requests, http_request_errors_total: errors } = http;
const chat = { endpoint: "/api/chat", method: "POST" } as const;
const models = { endpoint: "/v1/models", method: "GET" } as const;

export const endpointRequestRate = recording(
  "instance_endpoint:gatewayz_http_requests:rate5m",
  requests.rate("5m").sumBy("instance", "endpoint"),
  {
    help: "Requests per second, over 5 minutes.",
    group,
    example: {
      given: [runs(requests.where(chat), 30), runs(requests.where({ ...chat, method: "GET" }), 12)],
      expect: 42,
    },
  },
);

// By endpoint and not by method: a method that is used once an hour would fire for its one failure. By endpoint and not for
// all of them together: a busy endpoint would hide that another one is broken.
export const endpointErrorRatio = recording(
  "instance_endpoint:gatewayz_http_errors:ratio_rate5m",
  // Nothing failed: 0, also before there is a first error to count. Nothing was asked: no value, and so no alert.
  ratioOf(errors.rate("5m").sumBy("instance", "endpoint"), endpointRequestRate),
  {
    help: "Share of an endpoint's requests of the last 5 minutes that ended in an error.",
    group,
    example: [
      { given: [runs(errors.where(chat), 2), runs(requests.where(chat), 50)], expect: percent(4) },
      { given: [runs(requests.where(chat), 0.5)], expect: 0 },
      { given: [runs(errors.where(chat), 0), runs(requests.where(chat), 0)], expect: "missing" },
    ],
  },
);

const requestRate = endpointRequestRate.sumBy("instance");

/** What the gateway's own health check goes by: below 5 % it is green, up to 10 % yellow, above that red. */
export const errorRatio = recording(
  "instance:gatewayz_http_errors:ratio_rate5m",
  ratioOf(errors.rate("5m").sumBy("instance"), requestRate),
  {
    help: "Share of all requests of the last 5 minutes that ended in an error.",
    group,
    example: [
      {
        // 6 of 20 and none of 80.
        given: [
          runs(errors.where(chat), 6),
          runs(requests.where(chat), 20),
          runs(requests.where(models), 80),
        ],
        expect: percent(6),
      },
      { given: [runs(requests.where(chat), 0.5)], expect: 0 },
      { given: [runs(errors.where(chat), 0), runs(requests.where(chat), 0)], expect: "missing" },
    ],
  },
);
