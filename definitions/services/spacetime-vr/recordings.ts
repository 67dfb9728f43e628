import { recording, ruleGroup } from "#language";
import { http } from "./metrics/api.ts";
import { engine, memory } from "./metrics/performance.ts";

// As often as the alerts that rest on them are evaluated.
const group = ruleGroup("spacetime_recordings", { every: "30s" });

export const frameRate = recording(
  "instance:spacetime_fps:avg5m",
  engine.spacetime_fps.avgOverTime("5m").avgBy("instance"),
  { help: "Frame rate, averaged over 5 minutes.", group },
);

export const memoryInUse = recording(
  "instance:spacetime_memory_bytes:sum",
  memory.spacetime_memory_bytes.sumBy("instance"),
  { help: "Memory in use, static and dynamic together.", group },
);

export const memoryGrowth = recording(
  "instance:spacetime_memory_bytes:delta10m",
  memory.spacetime_memory_bytes.delta("10m").sumBy("instance"),
  { help: "Memory that was added in the last 10 minutes, static and dynamic together.", group },
);

export const requestRate = recording(
  "instance:spacetime_http_requests:rate5m",
  http.spacetime_http_requests_total.rate("5m").sumBy("instance"),
  { help: "Requests per second, over 5 minutes.", group },
);

const failedRate = http.spacetime_http_requests_total.where({ status: /5../ }).rate("5m").sumBy("instance");

export const errorRatio = recording(
  "instance:spacetime_http_errors:ratio_rate5m",
  // Nothing failed: 0. Nothing was asked: no value at all, and so no alert.
  failedRate.or(requestRate.mul(0)).div(requestRate.gt(0).series()),
  { help: "Share of the requests of the last 5 minutes that the server failed to answer (5xx).", group },
);

export const p95Latency = recording(
  "instance:spacetime_http_request_duration_seconds:p95_5m",
  http.spacetime_http_request_duration_seconds.quantile(0.95, "5m", "instance"),
  { help: "95 of 100 requests of the last 5 minutes were answered in this time.", group },
);
