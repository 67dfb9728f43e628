// The critical rules of the HTTP API's guide, at its limits.
import { alert, gigabytes, grows, holds, megabytes, percent, quantile, seconds, share } from "signalbox";
import { critical } from "../../../platform/severities.ts";
import { apiErrorRatio } from "../http-api-recordings.ts";
import { gameProcess } from "../metrics/api.ts";
import { health } from "../metrics/health.ts";
import { plainNames } from "../metrics/plain-names.ts";
import { healthProbe } from "../scrape.ts";
import { httpApiCriticalAlerts as group } from "./groups.ts";

const { http_requests_total: requests, http_request_duration_seconds: latency } = plainNames;
const status = health.spacetime_health_status;

export const HighHTTPErrorRate = alert({
  severity: critical,
  component: "http-errors",
  expr: apiErrorRatio.gt(percent(5)),
  for: "5m",
  scenario: share(requests.where({ status: "500" }), requests.where({ status: "200" }), {
    ok: percent(1),
    limit: percent(5),
    firing: percent(5.2),
  }),
  group,
  summary: ({ labels, value }) => `The HTTP API of ${labels.instance} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests to the HTTP API of the last 5 minutes were answered with a 5xx status. Without any requests it does not fire.`,
  impact: "Scene loads, sign-ins and tools that use the API fail.",
  actions: [
    "The panel Errors by endpoint says where, Requests by status class since when.",
    "Read logs/http_api_error.log for the first error of the series, not the last.",
    "Does it follow a deployment (the blue line)? Take it back.",
    "503 only: the game is overloaded; see Frame rate and Processor in VR Performance.",
  ],
});

export const CriticalSlowRequests = alert({
  severity: critical,
  component: "latency",
  expr: latency.quantile(0.99, "5m", "instance").gt(seconds(2)),
  for: "5m",
  scenario: quantile(latency, 0.99, { ok: seconds(0.2), limit: seconds(2), firing: seconds(2.1) }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: 1 request in 100 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 99th percentile of all requests to the HTTP API has been above ${threshold} for 5 minutes.`,
  impact: "Whoever meets a slow request waits, and most clients give up.",
  actions: [
    "The panel Top slow endpoints says which one it is.",
    "`GET /debug/profile?slow_only=true` shows the phase of the request that takes the time.",
    "All endpoints alike: the frame takes too long; see Frame and physics time in VR Performance.",
  ],
});

export const CriticalAuthFailureRate = alert({
  severity: critical,
  component: "authentication",
  // At once: it goes on at 3,000 guesses an hour.
  expr: plainNames.auth_attempts_total
    .whereNot({ result: "success" })
    .increase("1m")
    .sumBy("instance")
    .gt(50),
  for: "0m",
  scenario: {
    given: [
      grows(plainNames.auth_attempts_total.where({ result: "wrong_password" }), "1m", {
        ok: 1,
        limit: 40,
        firing: 44,
      }),
      grows(plainNames.auth_attempts_total.where({ result: "expired_token" }), "1m", {
        ok: 0,
        limit: 10,
        firing: 10,
      }),
    ],
    value: 54,
  },
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} to sign in failed within a minute`,
  description: ({ threshold }) =>
    `More than ${threshold} to sign in failed within one minute: no person types so fast.`,
  impact: "Somebody tries tokens or passwords, or a tool runs wild with an old one.",
  actions: [
    "Find the address in logs/security_audit.log.",
    "A stranger: block the address at the firewall now, and replace the token in jwt_token.txt.",
    "One of ours: stop the tool, and give it the current token.",
    "The panel Sign-ins by result says whether one of the attempts succeeded after that.",
  ],
});

export const CriticalMemoryUsage = alert({
  severity: critical,
  // Not "memory": with it a limit of one gigabyte would inhibit those of ten, which are about the engine's own count.
  component: "process-memory",
  expr: gameProcess.process_resident_memory_bytes.gt(gigabytes(1)),
  for: "5m",
  scenario: holds(gameProcess.process_resident_memory_bytes, {
    ok: megabytes(400),
    limit: gigabytes(1),
    firing: gigabytes(1.05),
  }),
  group,
  summary: ({ labels, value }) => `The process of ${labels.instance} takes ${value} of memory`,
  description: ({ threshold }) =>
    `The system has counted more than ${threshold} for the game's process for 5 minutes; it needs about 400 MB.`,
  impact: "None yet for players. What leaks at this pace ends with the game being killed.",
  actions: [
    "The panel Resident memory: did it rise in a step, or steadily?",
    "A step: find the scene that was loaded then in logs/scene_load.log, and leave it.",
    "Steadily: compare with Objects, nodes, resources in VR Performance; plan a restart.",
  ],
});

export const HTTPAPIDown = alert({
  severity: critical,
  component: "availability",
  // Only where the API says 0 itself. Without an answer there is no such series, and SpaceTimeAPIDown fires for that, earlier.
  expr: plainNames.active_connections.eq(0),
  for: "2m",
  scenario: holds(plainNames.active_connections, { ok: 3, limit: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `The HTTP API of ${labels.instance} has no connection left`,
  description:
    "The HTTP API has counted no open connection for 2 minutes, though it answers Prometheus. That it does not answer at all is SpaceTimeAPIDown.",
  impact: "No client reaches the API, or nobody uses the game.",
  actions: [
    "Ask it the way clients do:\n`curl -i http://localhost:8080/health`",
    "It answers: does the panel Requests by status class show clients of the last hour? Ask them what they see.",
    "It does not: the proxy or the firewall before it turns clients away; see Certificate expires in.",
    "Nobody plays and nobody should: silence it until somebody does.",
  ],
});

export const HealthCheckFailing = alert({
  severity: critical,
  component: "availability",
  // An answer that says unhealthy is as bad as none: the probe alone would take its 200 for well.
  expr: healthProbe.probe_success.eq(0).or(status.where({ status: "unhealthy" }).eq(1)),
  for: "2m",
  scenario: [
    { given: [holds(healthProbe.probe_success, { ok: 1, firing: 0 })] },
    { given: [holds(status.where({ status: "unhealthy" }), { ok: "missing", limit: 0, firing: 1 })] },
  ],
  group,
  summary: ({ labels }) => `The health check of ${labels.instance} fails`,
  description:
    "For 2 minutes the health check has not answered 200 within 5 seconds, or has answered that the game is unhealthy.",
  impact: "Something that players cannot do without does not work.",
  actions: [
    "Ask it yourself and read its list of issues:\n`curl -s http://localhost:8080/health`",
    "The panel Subsystems says which part failed first.",
    "No answer at all: read the last lines of logs/godot_console.log, and start the game again.",
    "It answers you, but not the probe: check how the container reaches the host (`host.docker.internal`).",
  ],
});
