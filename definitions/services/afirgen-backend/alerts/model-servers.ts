import { alert, holds, percent, quantile, seconds, share } from "signalbox";
import { critical, high, medium } from "../../../platform/severities.ts";
import { models } from "../metrics/model-servers.ts";
import { modelErrorRatio, modelP95 } from "../recordings/model-servers.ts";
import { group } from "./group.ts";

// A component each: one component of an instance has all of its model servers, and one that is slow must not be inhibited by
// another one that fails. That a server that is gone inhibits its own errors is an inhibition of its own, by server.

const { model_server_requests_total: requests, model_server_latency_seconds: latency } = models;
const { model_server_availability: availability } = models;

export const AfirgenModelServerUnavailable = alert({
  severity: critical,
  component: "model-availability",
  expr: availability.eq(0),
  // Loading a model again after a restart takes a minute or so; 2 are an outage.
  for: "2m",
  scenario: holds(availability, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `The model server ${labels.server} is unavailable`,
  description: "The backend has not reached this model server for 2 minutes.",
  impact: "What needs this model fails; tasks that need it wait in their queue.",
  actions: [
    "Does it run? Its own log: out of memory while the model is loaded is the usual reason.",
    "It runs: ask it from the backend's machine; a name or a port that changed with a deployment?",
    "Several on the panel Model servers at once: the machine or the network that they share.",
    "Back again: watch Queued tasks until the backlog is gone.",
  ],
});

export const AfirgenModelServerErrors = alert({
  severity: high,
  component: "model-errors",
  // The backend's own limit: a model server that fails more often makes the endpoints that need it break theirs.
  expr: modelErrorRatio.gt(percent(5)),
  for: "5m",
  scenario: share(requests.where({ status: "error" }), requests.where({ status: "success" }), {
    ok: percent(1),
    limit: percent(5),
    firing: percent(5.2),
  }),
  group,
  summary: ({ labels, value }) => `The model server ${labels.server} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests to this model server in the last 5 minutes have failed. Without requests it does not fire.`,
  impact: "What needs this model fails now and then.",
  actions: [
    "Its own log: out of memory, an input that is too long, a time limit?",
    "Model latency rose before: it is overloaded; see Model requests for more than usual.",
    "It began with a deployment of the model or of the backend: take it back.",
  ],
});

export const AfirgenModelServerSlow = alert({
  severity: medium,
  component: "model-latency",
  // The highest bucket bound of the API's own latency: a request that waits for this model ends where the API stops measuring.
  expr: modelP95.gt(seconds(10)),
  for: "10m",
  scenario: quantile(latency, 0.95, { ok: seconds(2), limit: seconds(10), firing: seconds(10.5) }),
  group,
  summary: ({ labels, value }) =>
    `The model server ${labels.server}: 1 request in 20 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of the requests to this model server has been above ${threshold} for 10 minutes.`,
  impact: "People wait for what this model makes; the queue of its tasks grows.",
  actions: [
    "Read the runbook Model server slow: is it load, its input, or its machine?",
    "Model requests up: more is asked than it can do; compare with Requests by endpoint.",
    "As many as ever: its processor or graphics card is shared with somebody new, or it fell back to the processor.",
  ],
});
