import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { scenes } from "../metrics/api.ts";
import { engine } from "../metrics/performance.ts";
import { p95Latency } from "../recordings.ts";

export const cacheEffectRow = row("What it does for the rest", [
  timeSeries({
    title: "Latency beside the cache",
    description:
      "95 of 100 requests were answered in this time. It rises when hits fall, if the API lives on the cache.",
    width: 8,
    queries: [query(p95Latency, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.SpaceTimeRequestLatencyHigh],
  }),
  timeSeries({
    title: "Scene loads beside the cache",
    description: "95 of 100 scenes were loaded in this time.",
    width: 8,
    queries: [
      query(scenes.spacetime_scene_load_duration_seconds.quantile(0.95, "5m", "instance"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeSceneLoadSlow],
  }),
  timeSeries({
    title: "Resources beside the cache",
    description: "Resources that are loaded: what the cache holds back need not be loaded again.",
    width: 8,
    queries: [query(engine.spacetime_resources_total, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
