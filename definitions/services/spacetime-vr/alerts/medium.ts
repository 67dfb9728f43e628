import { alert, grows, holds, ms, percent, quantile } from "signalbox";
import { medium } from "../../../platform/severities.ts";
import { gameProcess, http } from "../metrics/api.ts";
import { security } from "../metrics/performance.ts";
import { telemetry } from "../metrics/telemetry.ts";
import { p95Latency } from "../recordings.ts";
import { mediumAlerts as group } from "./groups.ts";

export const SpaceTimeRequestLatencyHigh = alert({
  severity: medium,
  component: "latency",
  expr: p95Latency.gt(ms(500)),
  for: "15m",
  scenario: quantile(http.spacetime_http_request_duration_seconds, 0.95, {
    ok: ms(50),
    limit: ms(500),
    firing: ms(520),
  }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: 1 request in 20 takes longer than ${value}`,
  description: ({ threshold }) =>
    `The 95th percentile of all requests has been above ${threshold} for 15 minutes. Scene loads are requests as well.`,
  impact: "Menus and tools that use the API feel slow.",
  actions: [
    "The panel Slowest endpoints says which one it is.",
    "Scene endpoints: see Scene load time; the others: `GET /debug/profile?slow_only=true` shows the phase that is slow.",
    "All endpoints alike: the frame takes too long; see Frame and physics time.",
  ],
});

export const SpaceTimeRateLimitViolations = alert({
  severity: medium,
  component: "rate-limit",
  expr: security.spacetime_rate_limit_violations_total.increase("1h").gt(50),
  for: "5m",
  scenario: grows(security.spacetime_rate_limit_violations_total, "1h", { ok: 5, limit: 50, firing: 51 }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} of the rate limit in an hour`,
  description: ({ threshold }) =>
    `There were more than ${threshold} in the last hour: requests refused because their sender sent too many.`,
  impact: "One client is refused; if it is ours, a tool does not work.",
  actions: [
    "Find the address in logs/security_audit.log.",
    "One of ours: make the tool ask less often, before the limit is raised.",
    "A stranger: the API blocks it by itself; check that it is not reachable from where it should not be.",
  ],
});

export const SpaceTimeAuthenticationFailures = alert({
  severity: medium,
  component: "authentication",
  expr: security.spacetime_auth_failures_total.increase("15m").gt(20),
  for: "5m",
  scenario: grows(security.spacetime_auth_failures_total, "15m", { ok: 1, limit: 20, firing: 21 }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} to sign in within 15 minutes`,
  description: ({ threshold }) =>
    `There were more than ${threshold} in the last 15 minutes: requests with a wrong or missing token.`,
  impact: "A tool with an old token does not work, or somebody tries tokens.",
  actions: [
    "Find the address and the endpoint in logs/security_audit.log.",
    "One of ours: give it the token that is in jwt_token.txt now.",
    "A stranger: block the address at the firewall, and replace the token.",
  ],
});

export const SpaceTimeTelemetryDisconnects = alert({
  severity: medium,
  component: "telemetry",
  expr: telemetry.spacetime_telemetry_disconnects_total.increase("1h").gt(10),
  for: "5m",
  scenario: grows(telemetry.spacetime_telemetry_disconnects_total, "1h", { ok: 2, limit: 10, firing: 10.5 }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} of telemetry clients in an hour`,
  description: ({ threshold }) =>
    `There were more than ${threshold} in the last hour: clients that lost their connection to the telemetry server.`,
  impact: "Graphs of sessions have gaps; the game itself goes on.",
  actions: [
    "Compare the panels Telemetry disconnects and Telemetry connections: equal numbers are a client that flaps.",
    "Does it go with low frame rates? A game that is busy answers late.",
    "Else look at the network between the clients and port 8081.",
  ],
});

export const SpaceTimeHighCPU = alert({
  severity: medium,
  component: "cpu",
  expr: gameProcess.spacetime_cpu_percent.gt(percent(80)),
  for: "15m",
  scenario: holds(gameProcess.spacetime_cpu_percent, {
    ok: percent(40),
    limit: percent(80),
    firing: percent(81),
  }),
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of the processors`,
  description: ({ threshold }) =>
    `The game has used more than ${threshold} of the machine's processors for 15 minutes: the next large scene will cost frames.`,
  impact: "None yet, if the frame rate holds.",
  actions: [
    "Look at Frame rate first: while it holds at 90, there is time.",
    "Compare with Requests by status and Scene loads: is it work, or a loop?",
    "`GET /debug/profile/flamegraph` shows where the time goes.",
  ],
});
