import { asLabel, jsonFields, leftOut } from "signalbox";
import { health } from "./metrics/health.ts";
import { cache, engine, memory, security } from "./metrics/performance.ts";
import { healthStatus, performanceApi } from "./scrape.ts";

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

const {
  spacetime_health_subsystem_status: subsystem,
  spacetime_health_subsystem_duration_milliseconds: subsystemTime,
} = health;

export const healthFields = jsonFields(healthStatus, {
  status: asLabel(health.spacetime_health_status, "status"),
  check_duration_ms: health.spacetime_health_check_duration_milliseconds,

  "subsystems.scene_loader.status": asLabel(subsystem.where({ subsystem: "scene_loader" }), "status"),
  "subsystems.scene_loader.check_duration_ms": subsystemTime.where({ subsystem: "scene_loader" }),

  "subsystems.file_system.status": asLabel(subsystem.where({ subsystem: "file_system" }), "status"),
  "subsystems.file_system.check_duration_ms": subsystemTime.where({ subsystem: "file_system" }),

  "subsystems.memory.status": asLabel(subsystem.where({ subsystem: "memory" }), "status"),
  "subsystems.memory.check_duration_ms": subsystemTime.where({ subsystem: "memory" }),

  "subsystems.connections.status": asLabel(subsystem.where({ subsystem: "connections" }), "status"),
  "subsystems.connections.check_duration_ms": subsystemTime.where({ subsystem: "connections" }),

  issues: leftOut("sentences for people: they differ each time, and each would be a series of its own"),
});
