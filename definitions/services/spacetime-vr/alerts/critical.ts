import { alert, gigabytes, grows, holds } from "signalbox";
import { critical } from "../../../platform/severities.ts";
import { scenes } from "../metrics/api.ts";
import { engine, memory } from "../metrics/performance.ts";
import { memoryInUse } from "../recordings.ts";
import { httpApi } from "../scrape.ts";
import { criticalAlerts as group } from "./groups.ts";

export const SpaceTimeAPIDown = alert({
  severity: critical,
  component: "availability",
  // A target that is gone from the configuration has no `up` that could be 0: that its series is missing counts as well.
  expr: httpApi.up.eq(0).or(httpApi.up.absent()),
  downOf: httpApi,
  for: "1m",
  scenario: { given: [holds(httpApi.up, { ok: 1, firing: 0 })], whenMissing: "firing" },
  group,
  summary: "The HTTP API is down",
  description: "Prometheus gets no metrics from the HTTP API, or has no such target any more.",
  impact:
    "No scene can be loaded and nobody can sign in. Alerts on requests, scenes and the headset are blind.",
  actions: [
    "Ask it yourself:\n`curl -i http://localhost:8080/health`",
    "No answer: look for a crash in the last lines of logs/godot_console.log, and start the game again.",
    "An answer: read the error of job spacetime-http-api at http://localhost:9090/targets.",
    "Came back by itself: the panel Running for shows when; look for what happened just before.",
  ],
});

export const SpaceTimeLowFPS = alert({
  severity: critical,
  component: "frame-rate",
  expr: engine.spacetime_fps.lt(45),
  for: "5m",
  scenario: holds(engine.spacetime_fps, { ok: 90, limit: 45, firing: 44.9 }),
  group,
  summary: ({ labels, value }) => `${labels.instance} renders ${value}, unusable in VR`,
  description: ({ threshold }) =>
    `The frame rate has been below ${threshold} for 5 minutes. The headset wants 90; below 45 it cannot even show every picture twice.`,
  impact: "Players get sick and take the headset off.",
  actions: [
    "Open the panel Frame and physics time: which of the two lines is above 11.11 ms?",
    "Physics: count the objects and nodes; a sudden rise is a scene that spawns without end. Load another scene.",
    "Frames: look at Processor and Memory; close what else runs on the machine.",
    "Nothing stands out: `GET /debug/profile` shows what the API does between frames; restart the game last.",
  ],
});

export const SpaceTimeSceneLoadFailures = alert({
  severity: critical,
  component: "scene-loading",
  expr: scenes.spacetime_scene_load_errors_total.increase("5m").gt(3),
  for: "2m",
  scenario: grows(scenes.spacetime_scene_load_errors_total, "5m", { ok: 0, limit: 3, firing: 3.25 }),
  group,
  summary: ({ labels, value }) => `${labels.instance}: ${value} to load a scene in 5 minutes`,
  description: ({ threshold }) =>
    `There were more than ${threshold} to load a scene in the last 5 minutes. One is a bad file; several are a broken build or disk.`,
  impact: "Players stay in the scene they are in, or in none.",
  actions: [
    "Read logs/scene_load.log: is it one scene, or all?",
    "One scene: was it changed in the last deployment? Take the change back.",
    "All: check that the disk of the game's folder is neither full nor gone (panel Free disk of Monitoring Overview).",
    "Load a scene that is known to work, and watch the panel Scene loads.",
  ],
});

export const SpaceTimeMemoryExhaustion = alert({
  severity: critical,
  component: "memory",
  // Static and dynamic memory together: the machine runs out of their sum, however it is split.
  expr: memoryInUse.gt(gigabytes(12)),
  for: "10m",
  scenario: {
    given: [
      holds(memory.spacetime_memory_bytes.where({ type: "static" }), {
        ok: gigabytes(2),
        limit: gigabytes(9),
        firing: gigabytes(9.1),
      }),
      holds(memory.spacetime_memory_bytes.where({ type: "dynamic" }), gigabytes(3)),
    ],
    value: gigabytes(12.1),
  },
  group,
  summary: ({ labels, value }) => `${labels.instance} uses ${value} of memory and is about to be killed`,
  description: ({ threshold }) =>
    `Static and dynamic memory together have been above ${threshold} for 10 minutes. A machine for VR usually has 16 GB, and the system needs its share.`,
  impact: "The system is about to end the game, with everything the players did since the last save.",
  actions: [
    "Tell the players to save; then restart the game before the system does.",
    "Keep what a restart destroys: a screenshot of the panels Memory and Objects, nodes, resources.",
    "Find the start of the rise on the panel Memory growth, and what was loaded then in logs/scene_load.log.",
  ],
});
