// The warnings of the HTTP API's guide, at its limits.
import { alert, grows, holds, megabytes, ms, percent, quantile, share } from "signalbox";
import { warning } from "../../../platform/severities.ts";
import { sceneErrorRatio } from "../http-api-recordings.ts";
import { gameProcess } from "../metrics/api.ts";
import { health } from "../metrics/health.ts";
import { plainNames } from "../metrics/plain-names.ts";
import { httpApiWarningAlerts as group } from "./groups.ts";

const status = health.spacetime_health_status;

export const SlowRequestLatency = alert({
  severity: warning,
  component: "latency",
  // Of each instance, as its lower and higher ranks have it; by endpoint it is on the panel Top slow endpoints.
  expr: plainNames.http_request_duration_seconds.quantile(0.95, "5m", "instance").gt(ms(500)),
  for: "10m",
  scenario: quantile(plainNames.http_request_duration_seconds, 0.95, {
    ok: ms(50),
    limit: ms(500),
    firing: ms(520),
  }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: 1 request in 20 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of all requests to the HTTP API has been above ${threshold} for 10 minutes.`,
  impact: "Menus and tools that use the API feel slow.",
  actions: [
    "The panel Top slow endpoints says which one it is.",
    "One: `GET /debug/profile?slow_only=true` shows the phase that is slow.",
    "All alike: look at Frame and physics time in VR Performance.",
  ],
});

export const HighRateLimitHits = alert({
  severity: warning,
  component: "rate-limit",
  expr: plainNames.rate_limit_hits_total.increase("1m").gt(50),
  for: "5m",
  scenario: grows(plainNames.rate_limit_hits_total, "1m", { ok: 1, limit: 50, firing: 54 }),
  group,
  summary: ({ labels, value }) => `${labels.instance} refuses ${value} a minute as too many`,
  description: ({ threshold }) =>
    `More than ${threshold} a minute have been refused by the rate limit, for 5 minutes.`,
  impact: "A client is refused; if it is ours, a tool does not work.",
  actions: [
    "Find the address in logs/security_audit.log.",
    "One of ours: make the tool ask less often, before the limit is raised.",
    "A stranger: check that the API is not reachable from where it should not be.",
  ],
});

export const HighAuthFailureRate = alert({
  severity: warning,
  component: "authentication",
  expr: plainNames.auth_attempts_total
    .whereNot({ result: "success" })
    .increase("1m")
    .sumBy("instance")
    .gt(10),
  for: "5m",
  scenario: {
    given: [
      grows(plainNames.auth_attempts_total.where({ result: "wrong_password" }), "1m", {
        ok: 1,
        limit: 6,
        firing: 6.9,
      }),
      grows(plainNames.auth_attempts_total.where({ result: "expired_token" }), "1m", {
        ok: 0,
        limit: 4,
        firing: 4,
      }),
    ],
    value: 10.9,
  },
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} to sign in fail a minute`,
  description: ({ threshold }) => `More than ${threshold} a minute to sign in have failed, for 5 minutes.`,
  impact: "A tool with an old token does not work, or somebody tries tokens.",
  actions: [
    "Find the address in logs/security_audit.log; the panel Sign-ins by result says why they fail.",
    "One of ours: give it the token that is in jwt_token.txt now.",
    "A stranger: block the address at the firewall before there are 50 a minute.",
  ],
});

export const HighMemoryUsage = alert({
  severity: warning,
  // Not "memory": with it a limit of one gigabyte would inhibit those of ten, which are about the engine's own count.
  component: "process-memory",
  expr: gameProcess.process_resident_memory_bytes.gt(megabytes(800)),
  for: "10m",
  scenario: holds(gameProcess.process_resident_memory_bytes, {
    ok: megabytes(400),
    limit: megabytes(800),
    firing: megabytes(820),
  }),
  group,
  summary: ({ labels, value }) => `The process of ${labels.instance} takes ${value} of memory`,
  description: ({ threshold }) =>
    `The system has counted more than ${threshold} for the game's process for 10 minutes; at 1 GB it is critical.`,
  impact: "None yet.",
  actions: [
    "The panel Resident memory: does it still rise?",
    "It rises: find what was loaded when it began in logs/scene_load.log.",
    "It stands: check that it falls when the scene is left.",
  ],
});

export const HighSceneLoadErrorRate = alert({
  severity: warning,
  component: "scene-loading",
  // As long as the window: a single failed load among few is over before.
  expr: sceneErrorRatio.gt(percent(10)),
  for: "5m",
  scenario: share(
    plainNames.scene_load_errors_total,
    plainNames.scene_loads_total,
    { ok: percent(1), limit: percent(10), firing: percent(10.5) },
    // A scene every second is much already.
    { perSecond: 1 },
  ),
  group,
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its scene loads`,
  description: ({ threshold }) =>
    `More than ${threshold} of the scenes of the last 5 minutes failed to load, for 5 minutes. Without any loads it does not fire.`,
  impact: "Players stay in the scene they are in now and then.",
  actions: [
    "Read logs/scene_load.log: is it one scene, or all?",
    "One: was it changed in the last deployment (the blue line)? Take the change back.",
    "All: the panel Subsystems says whether the file system is well.",
  ],
});

export const ServiceDegraded = alert({
  severity: warning,
  component: "availability",
  // That it is unhealthy is HealthCheckFailing.
  expr: status.where({ status: "degraded" }).eq(1),
  for: "5m",
  scenario: holds(status.where({ status: "degraded" }), { ok: "missing", limit: 0, firing: 1 }),
  group,
  summary: ({ labels }) => `${labels.instance} says that it is degraded`,
  description:
    "The health check has answered for 5 minutes that the game is degraded: it works, but a part of it does not.",
  impact: "Something works less well than it should; what, its list of issues says.",
  actions: [
    "Read the issues:\n`curl -s http://localhost:8080/health`",
    "The panel Subsystems says which part it is, and since when.",
    "The log of that part: logs/scene_load.log, logs/http_api_error.log or logs/godot_console.log.",
  ],
});
