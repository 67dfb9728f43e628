import { counter, gauge, metrics } from "signalbox";
import { performanceApi } from "../scrape.ts";

export const engine = metrics(performanceApi, {
  spacetime_fps: gauge({ help: "Frames rendered in the last second.", unit: "fps" }),
  spacetime_process_time_seconds: gauge({
    help: "Time that the last frame took to process.",
    unit: "seconds",
  }),
  spacetime_physics_process_time_seconds: gauge({
    help: "Time that the last physics step took.",
    unit: "seconds",
  }),
  // Gauges in spite of their names, which the mapping of the answer's fields gives.
  spacetime_objects_total: gauge({ help: "Objects that are alive in the engine.", unit: "objects" }),
  spacetime_resources_total: gauge({ help: "Resources that are loaded.", unit: "resources" }),
  spacetime_nodes_total: gauge({ help: "Nodes in the scene tree.", unit: "nodes" }),
});

export const memory = metrics(performanceApi, {
  spacetime_memory_bytes: gauge({
    help: "Memory in use, by the way it was allocated.",
    unit: "bytes",
    labels: { type: ["static", "dynamic"] },
  }),
  spacetime_memory_max_bytes: gauge({
    help: "The most memory that the engine may take or has taken, as the build counts it.",
    unit: "bytes",
    labels: { type: ["static"] },
  }),
});

export const cache = metrics(performanceApi, {
  spacetime_cache_hit_rate: gauge({
    help: "Look-ups that the cache answered.",
    unit: "ratio",
    computed: "ratio",
  }),
  spacetime_cache_miss_rate: gauge({
    help: "Look-ups that the cache could not answer.",
    unit: "ratio",
    computed: "ratio",
  }),
  spacetime_cache_size_bytes: gauge({ help: "Size of everything in the cache.", unit: "bytes" }),
  spacetime_cache_entries: gauge({ help: "Entries in the cache.", unit: "entries" }),
  spacetime_cache_evictions_total: counter({
    help: "Entries that had to leave for others.",
    unit: "evictions",
  }),
});

export const security = metrics(performanceApi, {
  spacetime_rate_limit_violations_total: counter({
    help: "Requests refused because their sender sent too many.",
    unit: "violations",
  }),
  spacetime_auth_failures_total: counter({
    help: "Requests with a wrong or missing token.",
    unit: "failures",
  }),
  spacetime_active_tokens: gauge({ help: "Tokens that are valid now.", unit: "tokens" }),
});
