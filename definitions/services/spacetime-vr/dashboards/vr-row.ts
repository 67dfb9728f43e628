import { query, row, stateTimeline, timeSeries } from "signalbox";
import { vr } from "../metrics/api.ts";

export const vrRow = row("Headset and controllers", [
  stateTimeline({
    title: "Connections",
    description: "When the headset was connected and each controller was tracked.",
    width: 12,
    height: 8,
    queries: [
      query(vr.spacetime_vr_headset_connected, { legend: ({ instance }) => `${instance}, headset` }),
      query(vr.spacetime_vr_left_controller_active, {
        legend: ({ instance }) => `${instance}, left controller`,
      }),
      query(vr.spacetime_vr_right_controller_active, {
        legend: ({ instance }) => `${instance}, right controller`,
      }),
    ],
    valueNames: { 0: { text: "Off", color: "red" }, 1: { text: "On", color: "green" } },
  }),
  timeSeries({
    title: "Tracking quality",
    description: "100 % is perfect; it falls in poor light and behind furniture.",
    queries: [query(vr.spacetime_vr_tracking_quality, { legend: ({ instance }) => instance })],
    min: 0,
    max: 1,
  }),
]);
