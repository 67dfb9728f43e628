import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { scenes } from "../metrics/api.ts";

const { spacetime_scene_load_duration_seconds: loadTime } = scenes;

export const sceneRow = row("Scenes", [
  timeSeries({
    title: "Scene loads",
    description: "Scenes loaded per second.",
    width: 6,
    queries: [
      query(scenes.spacetime_scene_loads_total.rate("$__rate_interval"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
  }),
  timeSeries({
    title: "Failed scene loads",
    description: "Loads that failed within 5 minutes, as the alert counts them.",
    width: 6,
    queries: [
      query(scenes.spacetime_scene_load_errors_total.increase("5m"), { legend: ({ instance }) => instance }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeSceneLoadFailures],
  }),
  timeSeries({
    title: "Scene load time",
    description: "Half of the loads, and 95 of 100, were done in this time.",
    width: 6,
    queries: [
      query(loadTime.quantile(0.5, "5m", "instance"), { legend: ({ instance }) => `${instance}, p50` }),
      query(loadTime.quantile(0.95, "5m", "instance"), { legend: ({ instance }) => `${instance}, p95` }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeSceneLoadSlow],
  }),
  timeSeries({
    title: "Active scenes",
    description: "Scenes that are loaded now.",
    width: 6,
    queries: [query(scenes.spacetime_active_scenes, { legend: ({ instance }) => instance })],
    min: 0,
  }),
]);
