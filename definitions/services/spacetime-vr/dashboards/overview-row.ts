import { firingAlerts, query, row, stat, table, time } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { gameProcess } from "../metrics/api.ts";
import { engine } from "../metrics/performance.ts";
import { errorRatio, memoryInUse, requestRate } from "../recordings.ts";
import { httpApi } from "../scrape.ts";

export const overviewRow = row("Overview", [
  stat({
    title: "API",
    description: "Whether Prometheus gets metrics from the HTTP API.",
    queries: [httpApi.up],
    valueNames: { 0: { text: "Down", color: "red" }, 1: { text: "Up", color: "green" } },
  }),
  stat({
    title: "Frame rate now",
    description: "Frames in the last second. 90 is the target, below 85 is uncomfortable, below 45 unusable.",
    queries: [engine.spacetime_fps],
    decimals: 0,
    thresholds: [alerts.SpaceTimeFPSBelowTarget, alerts.SpaceTimeLowFPS],
  }),
  stat({
    title: "Memory now",
    description: "Static and dynamic memory together.",
    queries: [memoryInUse],
    decimals: 1,
    thresholds: [alerts.SpaceTimeHighMemory, alerts.SpaceTimeMemoryExhaustion],
  }),
  stat({
    title: "Requests",
    description: "Requests per second that were answered, over the last 5 minutes.",
    queries: [requestRate],
    decimals: 1,
    thresholds: [alerts.SpaceTimeHighRequestVolume],
  }),
  stat({
    title: "Failed requests",
    description:
      "Share of the requests of the last 5 minutes that were answered with 5xx; empty without requests.",
    queries: [errorRatio],
    decimals: 1,
    thresholds: [alerts.SpaceTimeHighErrorRate],
  }),
  stat({
    title: "Running for",
    description: "Time since the game was started.",
    queries: [time().sub(gameProcess.process_start_time_seconds)],
  }),
  table({
    title: "Active alerts",
    description:
      "Alerts of this service that fire now. Muted and silenced ones are among them: Prometheus does not know.",
    height: 6,
    queries: [
      query(firingAlerts.where({ service: "spacetime-vr", alertstate: "firing" }), {
        instant: true,
        emptyMeans: "Nothing fires.",
      }),
    ],
    columns: { alertname: "Alert", severity: "Severity", component: "Component", instance: "Instance" },
  }),
]);
