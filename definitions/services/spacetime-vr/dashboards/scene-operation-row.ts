import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { sceneErrorRatio } from "../http-api-recordings.ts";
import { plainNames } from "../metrics/plain-names.ts";

export const sceneOperationRow = row("Scene operations", [
  timeSeries({
    title: "Scene operations",
    description:
      "Scenes per second that the API was asked for: those that were loaded, and those that failed.",
    queries: [
      query(plainNames.scene_loads_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, loaded`,
      }),
      query(plainNames.scene_load_errors_total.rate("$__rate_interval"), {
        legend: ({ instance }) => `${instance}, failed`,
      }),
    ],
    min: 0,
    stacked: true,
  }),
  timeSeries({
    title: "Scene error rate",
    description: "Share of the scene loads of 5 minutes that failed; a gap where there were none.",
    queries: [query(sceneErrorRatio, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.HighSceneLoadErrorRate],
  }),
]);
