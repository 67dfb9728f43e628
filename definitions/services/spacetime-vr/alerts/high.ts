import { alert, days, gigabytes, holds, percent, share, time, timeLeft } from "signalbox";
import { high } from "../../../platform/severities.ts";
import { http, vr } from "../metrics/api.ts";
import { engine, memory } from "../metrics/performance.ts";
import { errorRatio, memoryInUse } from "../recordings.ts";
import { certificateProbe } from "../scrape.ts";
import { highAlerts as group } from "./groups.ts";

export const SpaceTimeFPSBelowTarget = alert({
  severity: high,
  component: "frame-rate",
  expr: engine.spacetime_fps.lt(85),
  for: "5m",
  scenario: holds(engine.spacetime_fps, { ok: 90, limit: 85, firing: 84.9 }),
  group,
  summary: ({ labels, value }) => `${labels.instance} renders ${value} instead of 90`,
  description: ({ threshold }) =>
    `The frame rate has been below ${threshold} for 5 minutes: the headset repeats pictures, which is seen as judder.`,
  impact: "VR is uncomfortable; sensitive players stop.",
  actions: [
    "Open the panel Frame and physics time: which of the two lines is above 11.11 ms?",
    "Look at Objects, nodes, resources and at Scene loads for what changed when the rate fell.",
    "Does it follow a deployment (the blue line)? Take it back.",
  ],
});

export const SpaceTimeHighErrorRate = alert({
  severity: high,
  component: "http-errors",
  expr: errorRatio.gt(percent(5)),
  for: "5m",
  scenario: share(
    http.spacetime_http_requests_total.where({ status: "500" }),
    http.spacetime_http_requests_total.where({ status: "200" }),
    { ok: percent(1), limit: percent(5), firing: percent(5.2) },
  ),
  group,
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its requests`,
  description: ({ threshold }) =>
    `More than ${threshold} of the requests of the last 5 minutes were answered with a 5xx status. Without any requests it does not fire.`,
  impact: "Scenes, sign-ins and tools that use the API fail now and then.",
  actions: [
    "Read logs/http_api_error.log for the first error of the series, not the last.",
    "The panel Failed requests by endpoint says where; the panel Requests by status says since when.",
    "503 only: the game is overloaded; see Frame rate and Processor.",
    "Does it follow a deployment (the blue line)? Take it back.",
  ],
});

export const SpaceTimeHighMemory = alert({
  severity: high,
  component: "memory",
  expr: memoryInUse.gt(gigabytes(10)),
  for: "10m",
  scenario: {
    given: [
      holds(memory.spacetime_memory_bytes.where({ type: "static" }), {
        ok: gigabytes(2),
        limit: gigabytes(7),
        firing: gigabytes(7.1),
      }),
      holds(memory.spacetime_memory_bytes.where({ type: "dynamic" }), gigabytes(3)),
    ],
    value: gigabytes(10.1),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of memory`,
  description: ({ threshold }) =>
    `Static and dynamic memory together have been above ${threshold} for 10 minutes; at 12 GB the game is about to be killed.`,
  impact: "None yet. At the pace of the panel Memory growth it is known when there will be.",
  actions: [
    "Does it still rise? The panel Memory growth says how much in 10 minutes.",
    "It rises: find what was loaded when it began in logs/scene_load.log, and plan a restart before it reaches 12 GB.",
    "It stands: a large scene; check that it falls when the scene is left.",
  ],
});

export const SpaceTimeCertificateExpiringSoon = alert({
  severity: high,
  component: "certificate",
  expr: certificateProbe.probe_ssl_earliest_cert_expiry.sub(time()).in("days").lt(days(7)),
  for: "1h",
  scenario: timeLeft(certificateProbe.probe_ssl_earliest_cert_expiry, {
    ok: days(60),
    limit: days(7),
    firing: days(6.9),
  }),
  group,
  summary: ({ labels, value }) => `The certificate of ${labels.instance} expires in ${value}`,
  description: ({ threshold }) =>
    `The first certificate of the chain that players are shown expires in less than ${threshold}; it should have been renewed weeks ago.`,
  impact: "None yet. On that day no client connects any more.",
  actions: [
    "Look at what is shown:\n`openssl s_client -connect localhost:443 </dev/null | openssl x509 -noout -dates -issuer`",
    "Renew it by hand, and reload the proxy: a new file that nobody reads changes nothing.",
    "Then fix the automatic renewal: its log says why it failed.",
  ],
});

export const SpaceTimeVRHeadsetDisconnected = alert({
  severity: high,
  component: "headset",
  expr: vr.spacetime_vr_headset_connected.eq(0),
  for: "5m",
  scenario: holds(vr.spacetime_vr_headset_connected, { ok: 1, firing: 0 }),
  group,
  summary: ({ labels }) => `No headset at ${labels.instance} for 5 minutes`,
  description:
    "The game runs, but has had no connection to a headset for 5 minutes: longer than a break of cable or link.",
  impact: "Nobody can play at this machine.",
  actions: [
    "Is somebody at the machine? Ask whether the headset is on and its cable or link is in.",
    "Read logs/vr_system.log: lost in one moment is a cable, lost again and again is power or radio.",
    "Restart the VR runtime; the game finds the headset again by itself.",
  ],
});
