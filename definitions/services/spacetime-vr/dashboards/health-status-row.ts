import { query, row, stateTimeline, timeSeries } from "signalbox";
import { health } from "../metrics/health.ts";
import { gameLevel, levelNames, subsystemLevel } from "./health-levels.ts";

export const healthStatusRow = row("What the health check says", [
  stateTimeline({
    title: "Health status",
    description: "What the health check said of the game as a whole; a gap where it did not answer.",
    width: 8,
    height: 8,
    queries: [query(gameLevel, { legend: ({ instance }) => instance })],
    valueNames: levelNames,
  }),
  stateTimeline({
    title: "Subsystems",
    description: "What it said of each part. The first to turn is where to look.",
    width: 8,
    height: 8,
    queries: [query(subsystemLevel, { legend: ({ instance, subsystem }) => `${instance}, ${subsystem}` })],
    valueNames: levelNames,
  }),
  timeSeries({
    title: "Health check time inside",
    description:
      "How long the check took inside of the game, all of it and each part. What the probe sees on top is the way there.",
    width: 8,
    queries: [
      query(health.spacetime_health_check_duration_milliseconds, {
        legend: ({ instance }) => `${instance}, all`,
      }),
      query(health.spacetime_health_subsystem_duration_milliseconds, {
        legend: ({ instance, subsystem }) => `${instance}, ${subsystem}`,
      }),
    ],
    min: 0,
  }),
]);
