import { counter, gauge, histogram, metrics } from "signalbox";
import { httpApi } from "../scrape.ts";
import { methods, requestSeconds, statuses } from "./http-labels.ts";

export const http = metrics(httpApi, {
  spacetime_http_requests_total: counter({
    help: "Requests that were answered.",
    unit: "requests",
    labels: { method: methods, endpoint: "*", status: statuses },
  }),
  spacetime_http_request_duration_seconds: histogram({
    help: "How long requests took.",
    unit: "seconds",
    labels: { method: methods, endpoint: "*" },
    buckets: requestSeconds,
  }),
  spacetime_http_requests_in_flight: gauge({ help: "Requests that are being answered.", unit: "requests" }),
});

export const scenes = metrics(httpApi, {
  spacetime_scene_loads_total: counter({ help: "Scenes that were loaded.", unit: "loads" }),
  spacetime_scene_load_errors_total: counter({ help: "Scenes that failed to load.", unit: "failures" }),
  spacetime_scene_load_duration_seconds: histogram({
    help: "How long scenes took to load.",
    unit: "seconds",
    // The limit of 3 s is among the bounds; 30 s is when a player has long taken the headset off.
    buckets: [0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30],
  }),
  spacetime_active_scenes: gauge({ help: "Scenes that are loaded now.", unit: "scenes" }),
});

export const vr = metrics(httpApi, {
  spacetime_vr_headset_connected: gauge({ help: "1 while a headset is connected.", unit: "bool" }),
  spacetime_vr_left_controller_active: gauge({
    help: "1 while the left controller is tracked.",
    unit: "bool",
  }),
  spacetime_vr_right_controller_active: gauge({
    help: "1 while the right controller is tracked.",
    unit: "bool",
  }),
  spacetime_vr_tracking_quality: gauge({
    help: "How well head and hands are tracked; 1 is perfect.",
    unit: "ratio",
  }),
});

export const gameProcess = metrics(httpApi, {
  spacetime_cpu_percent: gauge({
    help: "Share of the machine's processors that the game uses.",
    unit: "percent",
  }),
  process_start_time_seconds: gauge({ help: "When the game was started.", unit: "timestamp" }),
  process_resident_memory_bytes: gauge({
    help: "Memory that the system counts for the game.",
    unit: "bytes",
  }),
});
