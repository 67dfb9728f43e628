import { ms, query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { gameProcess } from "../metrics/api.ts";
import { engine } from "../metrics/performance.ts";
import { frameRate } from "../recordings.ts";

/** At 90 frames per second a frame has 1000 / 90 ms. */
const frameBudget = ms(11.11);

export const frameRow = row("Frames", [
  timeSeries({
    title: "Frame rate",
    description: "90 is the target of the headset, below 85 is uncomfortable, below 45 unusable.",
    queries: [
      query(engine.spacetime_fps, { legend: ({ instance }) => instance }),
      query(frameRate, { legend: ({ instance }) => `${instance}, average of 5 minutes` }),
    ],
    min: 0,
    thresholds: [
      { value: 90, color: "green", side: "above" },
      alerts.SpaceTimeFPSBelowTarget,
      alerts.SpaceTimeHealthFPSBelow60,
      alerts.SpaceTimeLowFPS,
    ],
  }),
  timeSeries({
    title: "Frame and physics time",
    description: "Both have to fit into 11.11 ms, or the headset repeats a picture.",
    queries: [
      query(engine.spacetime_process_time_seconds, { legend: ({ instance }) => `${instance}, frame` }),
      query(engine.spacetime_physics_process_time_seconds, {
        legend: ({ instance }) => `${instance}, physics`,
      }),
    ],
    min: 0,
    thresholds: [{ value: frameBudget, color: "red", side: "above" }],
  }),
  timeSeries({
    title: "Processor",
    description: "Share of the machine's processors that the game uses.",
    queries: [query(gameProcess.spacetime_cpu_percent, { legend: ({ instance }) => instance })],
    min: 0,
    max: 100,
    thresholds: [alerts.SpaceTimeHighCPU],
  }),
  timeSeries({
    title: "Objects, nodes, resources",
    description: "What is alive in the engine. What rises and never falls, leaks.",
    // Three words for the same unit, a number of things.
    queries: [
      query(engine.spacetime_objects_total.as("count"), { legend: ({ instance }) => `${instance}, objects` }),
      query(engine.spacetime_nodes_total.as("count"), { legend: ({ instance }) => `${instance}, nodes` }),
      query(engine.spacetime_resources_total.as("count"), {
        legend: ({ instance }) => `${instance}, resources`,
      }),
    ],
    min: 0,
  }),
]);
