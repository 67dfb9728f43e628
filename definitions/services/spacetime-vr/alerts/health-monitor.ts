// What health_monitor.py watched, at its limits. That memory stays below 10 GB is SpaceTimeHighMemory;
// that the endpoint answers, HealthCheckFailing.
import { alert, grows, holds, megabytes, ms, percent } from "signalbox";
import { high, low, medium } from "../../../platform/severities.ts";
import { engine, memory, security } from "../metrics/performance.ts";
import { certificateProbe, healthProbe, trustProbe } from "../scrape.ts";
import { healthMonitorAlerts as group } from "./groups.ts";

export const SpaceTimeHealthSlowResponse = alert({
  severity: low,
  component: "latency",
  expr: healthProbe.probe_duration_seconds.gt(ms(200)),
  // Four probes in a row: a single slow one is a scene that loads.
  for: "2m",
  scenario: holds(healthProbe.probe_duration_seconds, { ok: ms(20), limit: ms(200), firing: ms(210) }),
  group,
  summary: ({ labels, value }) => `The health check ${labels.instance} takes ${value}`,
  description: ({ threshold }) =>
    `The health check has taken longer than ${threshold} for 2 minutes, as seen from outside.`,
  impact: "None yet; requests take longer than they should.",
  actions: [
    "Its answer has the time of each subsystem:\n`curl -s http://localhost:8080/health`",
    "Compare with Request latency and Frame and physics time: is it the check, or everything?",
  ],
});

export const SpaceTimeHealthMemoryNearMaximum = alert({
  severity: low,
  component: "memory",
  // Low: builds differ in what they call the maximum, and where it is the highest use so far a growing game is always near it.
  expr: memory.spacetime_memory_bytes
    .where({ type: "static" })
    .div(memory.spacetime_memory_max_bytes)
    .gt(percent(80)),
  for: "10m",
  scenario: {
    given: [
      holds(memory.spacetime_memory_bytes.where({ type: "static" }), {
        ok: megabytes(300),
        limit: megabytes(400),
        firing: megabytes(405),
      }),
      holds(memory.spacetime_memory_max_bytes.where({ type: "static" }), megabytes(500)),
    ],
    value: percent(81),
  },
  equivalentMutants: {
    "matcher type dropped":
      "The engine names a maximum of static memory only, and what is divided has the same labels.",
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of its static memory`,
  description: ({ threshold }) =>
    `Static memory has been above ${threshold} of the maximum that the engine names (static_memory_max) for 10 minutes.`,
  impact: "None yet. Where the maximum is a limit, the next large scene may not load.",
  actions: [
    "Look at Memory: does the line of the maximum stand still? Then it is a limit: leave large scenes or raise it.",
    "Does it rise with the use? Then it is a high-water mark: watch Memory growth instead, and silence this alert.",
  ],
});

export const SpaceTimeHealthFPSBelow60 = alert({
  severity: medium,
  component: "frame-rate",
  expr: engine.spacetime_fps.lt(60),
  // Two checks of the old monitor: a deep dip that is over before SpaceTimeFPSBelowTarget has seen 5 minutes of it.
  for: "1m",
  scenario: holds(engine.spacetime_fps, { ok: 90, limit: 60, firing: 59.9 }),
  group,
  summary: ({ labels, value }) => `${labels.instance} dips to ${value}`,
  description: ({ threshold }) => `The frame rate has been below ${threshold} for a minute.`,
  impact: "Players see judder for a moment.",
  actions: [
    "Is it a scene load? Compare Frame rate with Scene loads.",
    "Does it come back every few minutes? Compare with Cache evictions and Processor for something with the same rhythm.",
  ],
});

export const SpaceTimeHealthRateLimitBurst = alert({
  severity: low,
  component: "rate-limit",
  // More than twice the pace of 50 an hour, which SpaceTimeRateLimitViolations allows.
  expr: security.spacetime_rate_limit_violations_total.increase("5m").gt(10),
  for: "0m",
  scenario: grows(security.spacetime_rate_limit_violations_total, "5m", { ok: 1, limit: 10, firing: 10.5 }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} of the rate limit in 5 minutes`,
  description: ({ threshold }) =>
    `There were more than ${threshold} in the last 5 minutes: requests refused as too many.`,
  impact: "One client is refused.",
  actions: [
    "Find the address in logs/security_audit.log, and whether it is one of ours.",
    "It stops by itself: nothing to do. It goes on: SpaceTimeRateLimitViolations will fire within the hour.",
  ],
});

export const SpaceTimeHealthCertificateUnseen = alert({
  severity: high,
  component: "certificate",
  expr: certificateProbe.probe_success.eq(0),
  // Five probes in a row: a proxy that restarts misses one or two.
  for: "5m",
  scenario: holds(certificateProbe.probe_success, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `The certificate of ${labels.instance} cannot be read`,
  description:
    "No TLS connection could be made for 5 minutes: HTTPS is gone, and nobody knows when the certificate expires.",
  impact: "Players cannot connect by HTTPS, or the address of the probe is wrong.",
  actions: [
    "Try it:\n`openssl s_client -connect localhost:443 </dev/null`",
    "The proxy does not run or does not listen: start it, and read the end of its log.",
    "The proxy is elsewhere: correct the target of spacetime-certificate.",
  ],
});

export const SpaceTimeHealthCertificateNotTrusted = alert({
  severity: high,
  component: "certificate",
  // Shown, and not taken: where none is shown SpaceTimeHealthCertificateUnseen fires.
  expr: trustProbe.probe_success.eq(0).and(certificateProbe.probe_success.eq(1), { on: ["instance"] }),
  for: "5m",
  scenario: [
    {
      given: [
        holds(trustProbe.probe_success, { ok: 1, firing: 0 }),
        holds(certificateProbe.probe_success, 1),
      ],
      value: 0,
    },
    {
      // What comes back with a certificate of somebody else.
      given: [
        holds(certificateProbe.probe_success, { ok: 0, firing: 1 }),
        holds(trustProbe.probe_success, 0),
      ],
      value: 0,
    },
  ],
  group,
  summary: ({ labels }) => `The certificate of ${labels.instance} is not trusted`,
  description:
    "For 5 minutes a TLS connection could be made, but not by a client that checks the certificate: it is for another name, of an unknown issuer, or no longer valid.",
  impact: "Browsers and games refuse to connect, or players learn to click a warning away.",
  actions: [
    "See what is wrong with it:\n`openssl s_client -connect localhost:443 -verify_return_error </dev/null`",
    "Another name: the proxy shows the certificate of another host; put the right one in its configuration.",
    "An unknown issuer: the chain is incomplete, or the certificate is home-made; install it with its chain.",
    "Expired: read the log of the automatic renewal for why it failed, and reload the proxy.",
  ],
});
