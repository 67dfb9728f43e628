import { heatmap, query, ratioOf, row, stat, stateTimeline, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { scenes } from "../metrics/api.ts";
import { levelNames, loadingLevel } from "./health-levels.ts";

const {
  spacetime_scene_load_duration_seconds: loadTime,
  spacetime_scene_loads_total: loads,
  spacetime_scene_load_errors_total: errors,
} = scenes;

export const sceneLoadTimeRow = row("Waiting for scenes", [
  stat({
    title: "Loaded today",
    description: "Scenes that were loaded within 24 hours.",
    width: 6,
    queries: [loads.increase("1d").sum()],
    decimals: 0,
  }),
  stat({
    title: "Failed today",
    description: "Loads that failed within 24 hours.",
    width: 6,
    queries: [errors.increase("1d").sum()],
    decimals: 0,
  }),
  stat({
    title: "Within 3 seconds",
    description: "Share of the loads of the last hour that took 3 seconds or less.",
    width: 6,
    queries: [
      ratioOf(loadTime.atMost("3").rate("1h").sumBy("instance"), loadTime.count.rate("1h").sumBy("instance")),
    ],
    decimals: 1,
  }),
  stat({
    title: "Slowest of the hour",
    description: "99 of 100 loads of the last hour were done in this time.",
    width: 6,
    queries: [loadTime.quantile(0.99, "1h", "instance")],
    thresholds: [alerts.SpaceTimeSceneLoadSlow],
  }),
  heatmap({
    title: "Load times",
    description: "How many loads took how long: small and large scenes are bands of their own.",
    queries: [loadTime.bucket.rate("$__rate_interval").sumBy("le").asVector()],
  }),
  timeSeries({
    title: "Mean load time",
    description:
      "Mean time of the loads of 5 minutes. It rises before the slowest do where the disk gets slower.",
    width: 6,
    queries: [query(loadTime.mean("5m", "instance"), { legend: ({ instance }) => instance })],
    min: 0,
  }),
  stateTimeline({
    title: "Loader and files",
    description: "What the health check said of the scene loader and of the file system.",
    width: 6,
    height: 8,
    queries: [query(loadingLevel, { legend: ({ instance, subsystem }) => `${instance}, ${subsystem}` })],
    valueNames: levelNames,
  }),
]);
