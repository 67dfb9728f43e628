import { alert, follows, holds, percent, quantile, runs, seconds, share } from "signalbox";
import { critical, high, medium } from "../../../platform/severities.ts";
import { api } from "../metrics/api.ts";
import { endpointP95, errorRatio, requestP99 } from "../recordings/requests.ts";
import { group } from "./group.ts";

const {
  api_requests_total: requests,
  api_request_duration_seconds: latency,
  api_requests_in_progress: inProgress,
} = api;
const failed = requests.where({ status: "500" });
const answered = requests.where({ status: "200" });

export const AfirgenSevereErrorRate = alert({
  severity: critical,
  component: "errors",
  // One request in four: whoever tries again once still fails one time in sixteen, so trying again no longer helps.
  expr: errorRatio.gt(percent(25)),
  // The ratio is one of 5 minutes already; 2 more keep out a restart, which fails for less than one.
  for: "2m",
  scenario: share(failed, answered, { ok: percent(1), limit: percent(25), firing: percent(26) }),
  group,
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests of the last 5 minutes were answered with a 5xx status. Without any requests it does not fire.`,
  impact: "The backend is as good as down for most of what people do with it.",
  actions: [
    "Is it all endpoints? The panel Failed requests by endpoint says so; all of them is the database, the disk or a deployment.",
    "A restart (the blue line) just before? Take the deployment back first, and look for the reason afterwards.",
    "Connection pool in use at 100 %: go on as AfirgenDbPoolExhausted says.",
    "Read the backend's log for the first error of the series, not the last.",
  ],
});

export const AfirgenHighErrorRate = alert({
  severity: high,
  component: "errors",
  // One request in twenty is where people stop to blame their own connection, and 5 % is what the other services here allow.
  expr: errorRatio.gt(percent(5)),
  // With the 5 minutes of the ratio it has gone on for longer than anybody's restart or lock.
  for: "5m",
  scenario: share(failed, answered, { ok: percent(1), limit: percent(5), firing: percent(5.2) }),
  group,
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests of the last 5 minutes were answered with a 5xx status. Without any requests it does not fire.`,
  impact: "What people do with the backend fails now and then, and some of them do it twice.",
  actions: [
    "The panel Failed requests by endpoint says where, Requests by status says since when.",
    "Endpoints that need a model: compare with Model errors. All that store something: with Connection pool in use.",
    "A restart (the blue line) just before? Take the deployment back.",
    "Read the backend's log for the first error of the series, not the last.",
  ],
});

export const AfirgenLatencyVeryHigh = alert({
  severity: high,
  component: "latency",
  // Half of the highest bucket bound, 10 s: beyond that the histogram cannot say how bad it is. A bound itself, so it is exact.
  expr: requestP99.gt(seconds(5)),
  for: "5m",
  scenario: quantile(latency, 0.99, { ok: seconds(1), limit: seconds(5), firing: seconds(5.2) }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: 1 request in 100 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 99th percentile of all requests has been above ${threshold} for 5 minutes.`,
  impact: "Some people wait until they give up, and send the same again.",
  actions: [
    "The panel Slowest endpoints: one or all? All of them is the database, the processor or the memory.",
    "Connection pool in use near 100 %: requests wait for a connection; go on as AfirgenDbPoolNearlyExhausted says.",
    "Endpoints that need a model: see Model latency.",
    "Processor above 85 %: look at Requests by endpoint for who asks so much.",
  ],
});

export const AfirgenLatencyHigh = alert({
  severity: medium,
  component: "latency",
  // By endpoint: over all of them a health check that is asked every second hides the one that people wait for. 2.5 s is a bound
  // of the buckets, so it is exact, and about when somebody at a form looks whether it still works.
  expr: endpointP95.gt(seconds(2.5)),
  // Three windows of the recording: an endpoint that is seldom asked has only a few requests in each.
  for: "15m",
  scenario: quantile(latency, 0.95, { ok: seconds(0.5), limit: seconds(2.5), firing: seconds(2.7) }),
  group,
  summary: ({ labels, value }) => `${labels.endpoint}: 1 request in 20 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of the requests to this endpoint has been above ${threshold} for 15 minutes.`,
  impact: "People wait at what this endpoint does; the rest is as fast as ever.",
  actions: [
    "Does it ask a model? Compare Slowest endpoints with Model latency.",
    "Else compare with Slowest tables: a table that became slow at the same minute is the reason.",
    "Neither: look at Cache look-ups; what the cache no longer answers the database must.",
  ],
});

// By job too: an answer of another program on the same port is none of ours.
const waiting = inProgress.sumBy("job", "instance", "endpoint", "method");
const finished = requests.rate("10m").sumBy("job", "instance", "endpoint", "method");

export const AfirgenRequestsStuck = alert({
  severity: high,
  component: "stuck-requests",
  // Something is being answered, and nothing was answered for 10 minutes: 60 times the highest bound of what a request may take.
  // That many are in progress says nothing: it may be many people.
  expr: waiting.gt(0).unless(finished.gt(0)),
  // Longer than the requests of a burst that came after a quiet night.
  for: "5m",
  scenario: [
    {
      // Nobody asks, and nothing fires; then one hangs.
      given: [holds(inProgress, { ok: 0, limit: 0, firing: 1 }), runs(requests, 0)],
      value: 1,
    },
    {
      // As many in progress are no fault while another one a minute gets its answer (the counter begins again and again, which
      // its growth does not mind). When none does, the window has to run empty first.
      given: [
        holds(inProgress, { ok: 0, limit: 3, firing: 3 }),
        follows(requests, "30s", { ok: [0, 1], limit: [0, 1], firing: [1] }),
      ],
      after: "9m",
      value: 3,
    },
  ],
  group,
  summary: ({ labels, value }) => `${value} to ${labels.method} ${labels.endpoint} hang`,
  description:
    "Requests to this endpoint are in progress, and for 10 minutes not one of them has been answered.",
  impact:
    "Whoever uses this endpoint gets no answer at all; each request keeps a worker and perhaps a connection.",
  actions: [
    "Look at Connection pool: nothing available is a lock or a leak; the database's list of running queries shows who holds it.",
    "Model servers all up, and Model requests at a standstill: the backend waits for a model server without a time limit.",
    "Keep what a restart destroys: a dump of the process's stacks (py-spy dump --pid and its process id).",
    "Restart the backend; if the same endpoint hangs again, take it out of use.",
  ],
});
