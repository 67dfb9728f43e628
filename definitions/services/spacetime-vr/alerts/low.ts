import {
  alert,
  days,
  everyJob,
  grows,
  holds,
  megabytes,
  quantile,
  runs,
  seconds,
  time,
  timeLeft,
} from "signalbox";
import { low } from "../../../platform/severities.ts";
import { http, scenes } from "../metrics/api.ts";
import { memory } from "../metrics/performance.ts";
import { memoryGrowth, requestRate } from "../recordings.ts";
import { certificateProbe } from "../scrape.ts";
import * as jobs from "../scrape.ts";
import { lowAlerts as group } from "./groups.ts";

export const SpaceTimeSceneLoadSlow = alert({
  severity: low,
  component: "scene-loading",
  // The 95th percentile and not the mean: many small scenes must not hide the large one that players wait for.
  expr: scenes.spacetime_scene_load_duration_seconds.quantile(0.95, "5m", "instance").gt(seconds(3)),
  for: "5m",
  scenario: quantile(scenes.spacetime_scene_load_duration_seconds, 0.95, {
    ok: seconds(1),
    limit: seconds(3),
    firing: seconds(3.2),
  }),
  group,
  summary: ({ labels, value }) => `${labels.instance} takes ${value} to load a scene`,
  description: ({ threshold }) =>
    `The slowest loads of the last 5 minutes (95th percentile) took longer than ${threshold}.`,
  impact: "Players wait in the dark.",
  actions: [
    "logs/scene_load.log has the time of each scene: is it one, or all?",
    "One: its size and its textures; all: the disk, or a cache that was emptied (panel Cache look-ups).",
  ],
});

export const SpaceTimeMemoryGrowing = alert({
  severity: low,
  component: "memory",
  expr: memoryGrowth.gt(megabytes(10)),
  for: "15m",
  scenario: {
    given: [
      grows(memory.spacetime_memory_bytes.where({ type: "static" }), "10m", {
        ok: megabytes(1),
        limit: megabytes(6),
        firing: megabytes(6.5),
      }),
      grows(memory.spacetime_memory_bytes.where({ type: "dynamic" }), "10m", {
        ok: 0,
        limit: megabytes(4),
        firing: megabytes(4),
      }),
    ],
    value: megabytes(10.5),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} has grown by ${value} in 10 minutes`,
  description: ({ threshold }) =>
    `Memory has grown by more than ${threshold} in 10 minutes, and has done so for 15: about 1.5 GB a day if it goes on.`,
  impact: "None yet. A leak ends at 12 GB.",
  actions: [
    "Compare with Objects, nodes, resources: what grows with it is what leaks.",
    "It grows only while scenes are loaded: leave one and see whether the memory comes back.",
    "Open an issue with both panels over the last day.",
  ],
});

export const SpaceTimeHighRequestVolume = alert({
  severity: low,
  component: "traffic",
  expr: requestRate.gt(250),
  for: "10m",
  scenario: {
    given: [
      runs(http.spacetime_http_requests_total.where({ method: "GET" }), { ok: 40, limit: 200, firing: 205 }),
      runs(http.spacetime_http_requests_total.where({ method: "POST" }), 50),
    ],
    value: 255,
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} gets ${value}`,
  description: ({ threshold }) => `The API has had more than ${threshold} to answer for 10 minutes.`,
  impact: "None yet, if the frame rate holds.",
  actions: [
    "The panel Requests by endpoint says what is asked for; logs/http_api_access.log says by whom.",
    "A tool that polls: make it poll less often. Real use: plan a second instance.",
  ],
});

export const SpaceTimeCertificateExpiring30Days = alert({
  severity: low,
  component: "certificate",
  expr: certificateProbe.probe_ssl_earliest_cert_expiry.sub(time()).in("days").lt(days(30)),
  for: "24h",
  scenario: timeLeft(certificateProbe.probe_ssl_earliest_cert_expiry, {
    ok: days(60),
    limit: days(30),
    firing: days(29.5),
  }),
  group,
  summary: ({ labels, value }) => `The certificate of ${labels.instance} expires in ${value}`,
  description: ({ threshold }) =>
    `Certificates are renewed when ${threshold} are left; this one has had a day for it and was not.`,
  impact: "None for weeks.",
  actions: [
    "Read the log of the automatic renewal for why it failed.",
    "Renewed, but still shown: reload the proxy.",
  ],
});

export const SpaceTimePrometheusScrapeFailures = alert({
  severity: low,
  component: "availability",
  expr: everyJob.up.where({ job: /spacetime-.*/ }).eq(0),
  downOf: Object.values(jobs),
  for: "5m",
  scenario: holds(everyJob.up.where({ job: "spacetime-telemetry" }), { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `No metrics from ${labels.job} at ${labels.instance}`,
  description:
    "Prometheus has not been able to scrape this target for 5 minutes. Alerts that rest on it are blind.",
  impact: "None for players; a fault there would go unnoticed.",
  actions: [
    "Read the error of the target at http://localhost:9090/targets.",
    "spacetime-performance, 401 or 503: the token is old; put the current jwt_token.txt where the secret jwt_token is read.",
    "spacetime-health-status, 503: the health check does not answer 200; HealthCheckFailing fires for it as well.",
    "spacetime-health, spacetime-certificate: the blackbox exporter does not answer; TargetDown fires for it as well.",
  ],
});
