import { ms, query, row, stat, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { engine } from "../metrics/performance.ts";

const {
  spacetime_fps: fps,
  spacetime_process_time_seconds: frame,
  spacetime_physics_process_time_seconds: physics,
} = engine;

/** At 90 frames per second a frame has 1000 / 90 ms. */
const frameBudget = ms(11.11);

export const frameComfortRow = row("Comfort", [
  stat({
    title: "Comfortable",
    description: "Share of the last hour with 85 frames per second or more; below, judder is seen.",
    width: 6,
    queries: [fps.gte(85).bool().avgOverTime("1h", "15s").as("ratio")],
    decimals: 1,
  }),
  stat({
    title: "Unusable",
    description: "Share of the last hour with less than 45 frames per second.",
    width: 6,
    queries: [fps.lt(45).bool().avgOverTime("1h", "15s").as("ratio")],
    decimals: 1,
  }),
  stat({
    title: "Worst frame rate",
    description: "The lowest frame rate of the last hour.",
    width: 6,
    queries: [fps.minOverTime("1h")],
    decimals: 0,
    thresholds: [alerts.SpaceTimeFPSBelowTarget, alerts.SpaceTimeHealthFPSBelow60, alerts.SpaceTimeLowFPS],
  }),
  stat({
    title: "Slowest frame",
    description:
      "The longest time that a frame took to process within the last hour, as far as a scrape met it.",
    width: 6,
    queries: [frame.maxOverTime("1h")],
    thresholds: [{ value: frameBudget, color: "red", side: "above" }],
  }),
  timeSeries({
    title: "Frame rate, lows",
    description:
      "Of every 5 minutes the mean, the lowest twentieth and the lowest: a good mean hides short stutter.",
    queries: [
      query(fps.avgOverTime("5m"), { legend: ({ instance }) => `${instance}, mean` }),
      query(fps.quantileOverTime(0.05, "5m"), { legend: ({ instance }) => `${instance}, lowest twentieth` }),
      query(fps.minOverTime("5m"), { legend: ({ instance }) => `${instance}, lowest` }),
    ],
    min: 0,
    thresholds: [alerts.SpaceTimeFPSBelowTarget, alerts.SpaceTimeHealthFPSBelow60, alerts.SpaceTimeLowFPS],
  }),
  timeSeries({
    title: "Frame budget in use",
    description:
      "Share of the 11.11 ms of a frame that processing and physics take. Above 100 % the headset repeats a picture.",
    queries: [
      query(frame.div(frameBudget), { legend: ({ instance }) => `${instance}, frame` }),
      query(physics.div(frameBudget), { legend: ({ instance }) => `${instance}, physics` }),
    ],
    min: 0,
    thresholds: [{ value: 1, color: "red", side: "above" }],
  }),
]);
