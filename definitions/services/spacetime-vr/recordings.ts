import {
  follows,
  gigabytes,
  grows,
  holds,
  megabytes,
  ms,
  percent,
  quantile,
  ratioOf,
  recording,
  ruleGroup,
  runs,
  share,
} from "signalbox";
import { http } from "./metrics/api.ts";
import { engine, memory } from "./metrics/performance.ts";

export * from "./http-api-recordings.ts";

// As often as the alerts that rest on them are evaluated.
const group = ruleGroup("spacetime_recordings", { every: "30s" });

const requests = http.spacetime_http_requests_total;
const staticMemory = memory.spacetime_memory_bytes.where({ type: "static" });
const dynamicMemory = memory.spacetime_memory_bytes.where({ type: "dynamic" });

export const frameRate = recording(
  "instance:spacetime_fps:avg5m",
  engine.spacetime_fps.avgOverTime("5m").avgBy("instance"),
  {
    help: "Frame rate, averaged over 5 minutes.",
    group,
    // The last 5 of these 10 minutes are 110, 100, 90, 80 and 70.
    example: {
      given: [follows(engine.spacetime_fps, "1m", [30, 30, 30, 30, 30, 110, 100, 90, 80, 70])],
      expect: 90,
    },
  },
);

export const memoryInUse = recording(
  "instance:spacetime_memory_bytes:sum",
  memory.spacetime_memory_bytes.sumBy("instance"),
  {
    help: "Memory in use, static and dynamic together.",
    group,
    example: {
      given: [holds(staticMemory, gigabytes(2)), holds(dynamicMemory, gigabytes(3))],
      expect: gigabytes(5),
    },
  },
);

export const memoryGrowth = recording(
  "instance:spacetime_memory_bytes:delta10m",
  memory.spacetime_memory_bytes.delta("10m").sumBy("instance"),
  {
    help: "Memory that was added in the last 10 minutes, static and dynamic together.",
    group,
    example: {
      given: [grows(staticMemory, "10m", megabytes(6)), grows(dynamicMemory, "10m", megabytes(4))],
      expect: megabytes(10),
    },
  },
);

export const requestRate = recording(
  "instance:spacetime_http_requests:rate5m",
  http.spacetime_http_requests_total.rate("5m").sumBy("instance"),
  {
    help: "Requests per second, over 5 minutes.",
    group,
    example: {
      given: [runs(requests.where({ method: "GET" }), 30), runs(requests.where({ method: "POST" }), 12)],
      expect: 42,
    },
  },
);

const failedRate = http.spacetime_http_requests_total.where({ status: /5../ }).rate("5m").sumBy("instance");

export const errorRatio = recording(
  "instance:spacetime_http_errors:ratio_rate5m",
  // Nothing failed: 0. Nothing was asked: no value at all, and so no alert.
  ratioOf(failedRate, requestRate),
  {
    help: "Share of the requests of the last 5 minutes that the server failed to answer (5xx).",
    group,
    example: [
      // Of those that could not be answered a 404 is none.
      {
        given: [share(requests.where({ status: "503" }), requests.where({ status: "404" }), percent(5))],
        expect: percent(5),
      },
      // One request in two seconds is traffic as well.
      { given: [runs(requests.where({ status: "200" }), 0.5)], expect: 0 },
      { given: [runs(requests.where({ status: "200" }), 0)], expect: "missing" },
    ],
  },
);

export const p95Latency = recording(
  "instance:spacetime_http_request_duration_seconds:p95_5m",
  // Nothing was asked: no value at all. Without the comparison it would be NaN, which spoils every mean that it gets into.
  http.spacetime_http_request_duration_seconds.quantile(0.95, "5m", "instance").gt(0).series(),
  {
    help: "95 of 100 requests of the last 5 minutes were answered in this time.",
    group,
    example: {
      given: [quantile(http.spacetime_http_request_duration_seconds, 0.95, ms(500))],
      expect: ms(500),
    },
    equivalentMutants: {
      "comparison not strict":
        "A quantile above 0 lies above the lower bound of its bucket, and so is never 0 itself.",
    },
  },
);
