// That a job cannot be read is as bad as the worst of what would go unnoticed. SpaceTimePrometheusScrapeFailures, which came with
// the rules, says the same of all jobs, with the lowest severity.
import { alert, everyJob, holds } from "signalbox";
import { critical, high, medium } from "../../../platform/severities.ts";
import {
  certificateProbe,
  healthProbe,
  healthStatus,
  performanceApi,
  telemetryServer,
  trustProbe,
} from "../scrape.ts";
import { unreadAlerts as group } from "./groups.ts";

export const SpaceTimeUnreadPerformance = alert({
  severity: critical,
  // Not "availability": the game may be well, and other alerts on it must not be inhibited.
  component: "performance-data",
  expr: performanceApi.up.eq(0),
  downOf: performanceApi,
  // As long as the frame rate may be too low.
  for: "5m",
  scenario: holds(performanceApi.up, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `The performance data of ${labels.instance} cannot be read`,
  description:
    "GET /performance has not answered 200 for 5 minutes. Alerts on frame rate, memory, rate limit and sign-ins are blind.",
  impact: "None for players that is known; an unusable frame rate or a memory that fills would go unnoticed.",
  actions: [
    "See what the exporter gets:\n`docker compose logs json-exporter`",
    "401 or 403: the token has expired; put the current jwt_token.txt where the secret jwt_token is read.",
    "Connection refused: the game is down, and SpaceTimeAPIDown fires as well.",
    "No such line: read the error of job spacetime-performance at http://localhost:9090/targets.",
  ],
});

export const SpaceTimeUnreadHealth = alert({
  severity: critical,
  component: "health-data",
  expr: everyJob.up.where({ job: [healthProbe.job, healthStatus.job] }).eq(0),
  downOf: [healthProbe, healthStatus],
  for: "5m",
  scenario: [
    { given: [holds(healthProbe.up, { ok: 1, firing: 0 })] },
    { given: [holds(healthStatus.up, { ok: 1, firing: 0 })] },
  ],
  group,
  summary: ({ labels }) => `${labels.job} of ${labels.instance} cannot be read`,
  description:
    "For 5 minutes the health check could not be asked, or did not answer 200. HealthCheckFailing and ServiceDegraded are blind to a part of what they are for.",
  impact: "None for players that is known; a game that says it is unhealthy would go unnoticed.",
  actions: [
    "spacetime-health: the blackbox exporter does not answer.\n`docker compose logs blackbox-exporter`",
    "spacetime-health-status: the health check does not answer 200, or the JSON exporter does not run.\n`docker compose logs json-exporter`",
    "Ask it yourself:\n`curl -i http://localhost:8080/health`",
  ],
});

export const SpaceTimeUnreadCertificate = alert({
  severity: high,
  component: "certificate-data",
  expr: everyJob.up.where({ job: [certificateProbe.job, trustProbe.job] }).eq(0),
  downOf: [certificateProbe, trustProbe],
  for: "5m",
  scenario: [
    { given: [holds(certificateProbe.up, { ok: 1, firing: 0 })] },
    { given: [holds(trustProbe.up, { ok: 1, firing: 0 })] },
  ],
  group,
  summary: ({ labels }) => `${labels.job} cannot look at ${labels.instance}`,
  description:
    "The blackbox exporter has not answered for 5 minutes. Alerts on the certificate and on HTTPS are blind.",
  impact: "None for players that is known; HTTPS that is gone would go unnoticed.",
  actions: [
    "Does the exporter run?\n`docker compose ps blackbox-exporter`",
    "It runs: its log has the reason.\n`docker compose logs blackbox-exporter`",
  ],
});

export const SpaceTimeUnreadTelemetry = alert({
  severity: medium,
  component: "telemetry-data",
  expr: telemetryServer.up.eq(0),
  downOf: telemetryServer,
  for: "5m",
  scenario: holds(telemetryServer.up, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `The telemetry server at ${labels.instance} cannot be read`,
  description:
    "Prometheus has not been able to scrape the telemetry server for 5 minutes. The alert on lost connections is blind.",
  impact: "Clients may not get rid of their telemetry; whether they do is unknown.",
  actions: [
    "Ask it yourself:\n`curl -i http://localhost:8081/metrics`",
    "No answer: look for a crash in the last lines of logs/godot_console.log, and start the game again.",
    "An answer: read the error of job spacetime-telemetry at http://localhost:9090/targets.",
  ],
});
