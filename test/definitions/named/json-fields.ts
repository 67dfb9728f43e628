/** A field of the answer of /performance, and the series that it becomes. */
export type NamedField = readonly [
  field: string,
  metric: string,
  type: "counter" | "gauge",
  labels?: Readonly<Record<string, string>>,
];

export const fields: readonly NamedField[] = [
  ["engine.fps", "spacetime_fps", "gauge"],
  ["memory.static_memory_usage", "spacetime_memory_bytes", "gauge", { type: "static" }],
  ["memory.dynamic_memory_usage", "spacetime_memory_bytes", "gauge", { type: "dynamic" }],
  ["cache.hit_rate", "spacetime_cache_hit_rate", "gauge"],
  ["cache.total_size_bytes", "spacetime_cache_size_bytes", "gauge"],
  ["security.rate_limit_violations", "spacetime_rate_limit_violations_total", "counter"],
  ["security.auth_failures", "spacetime_auth_failures_total", "counter"],
  ["engine.process_time", "spacetime_process_time_seconds", "gauge"],
  ["engine.physics_process_time", "spacetime_physics_process_time_seconds", "gauge"],
  ["engine.objects_in_use", "spacetime_objects_total", "gauge"],
  ["engine.nodes_in_use", "spacetime_nodes_total", "gauge"],
];
