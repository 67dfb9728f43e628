import { jsonFields, leftOut } from "#language";
import { cache, engine, memory, security } from "./metrics/performance.ts";
import { performanceApi } from "./scrape.ts";

export const performanceFields = jsonFields(performanceApi, {
  "engine.fps": engine.spacetime_fps,
  "engine.process_time": engine.spacetime_process_time_seconds,
  "engine.physics_process_time": engine.spacetime_physics_process_time_seconds,
  "engine.objects_in_use": engine.spacetime_objects_total,
  "engine.resources_in_use": engine.spacetime_resources_total,
  "engine.nodes_in_use": engine.spacetime_nodes_total,

  "memory.static_memory_usage": memory.spacetime_memory_bytes.where({ type: "static" }),
  "memory.dynamic_memory_usage": memory.spacetime_memory_bytes.where({ type: "dynamic" }),
  "memory.static_memory_max": memory.spacetime_memory_max_bytes.where({ type: "static" }),

  "cache.hit_rate": cache.spacetime_cache_hit_rate,
  "cache.miss_rate": cache.spacetime_cache_miss_rate,
  "cache.total_size_bytes": cache.spacetime_cache_size_bytes,
  "cache.entry_count": cache.spacetime_cache_entries,
  "cache.eviction_count": cache.spacetime_cache_evictions_total,

  "security.rate_limit_violations": security.spacetime_rate_limit_violations_total,
  "security.auth_failures": security.spacetime_auth_failures_total,
  "security.active_tokens": security.spacetime_active_tokens,
  "security.blocked_ips": leftOut(
    "json_exporter cannot count a list; a series for each address would make personal data a label",
  ),

  timestamp: leftOut("Prometheus notes the time of each sample itself"),
});
