import { query, row, stat, timeSeries } from "signalbox";
import { vr } from "../metrics/api.ts";

const {
  spacetime_vr_headset_connected: headset,
  spacetime_vr_left_controller_active: left,
  spacetime_vr_right_controller_active: right,
  spacetime_vr_tracking_quality: quality,
} = vr;

export const trackingRow = row("Tracking over time", [
  stat({
    title: "Headset losses",
    description: "How often the headset came or went within the last hour; each loss and each return counts.",
    width: 6,
    queries: [headset.changes("1h")],
    decimals: 0,
  }),
  stat({
    title: "Worst tracking",
    description: "The lowest tracking quality of the last hour.",
    width: 6,
    queries: [quality.minOverTime("1h")],
    decimals: 0,
  }),
  timeSeries({
    title: "Tracked share",
    description: "Share of 5 minutes in which the headset was connected and each controller was tracked.",
    width: 12,
    height: 6,
    queries: [
      query(headset.avgOverTime("5m").as("ratio"), { legend: ({ instance }) => `${instance}, headset` }),
      query(left.avgOverTime("5m").as("ratio"), { legend: ({ instance }) => `${instance}, left controller` }),
      query(right.avgOverTime("5m").as("ratio"), {
        legend: ({ instance }) => `${instance}, right controller`,
      }),
    ],
    min: 0,
    max: 1,
  }),
]);
