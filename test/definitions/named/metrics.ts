/** A metric as its system exports it. */
export interface NamedMetric {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** Its own labels, in the order of the alphabet. */
  readonly labels: readonly string[];
  readonly buckets?: readonly number[];
}

const counter = (name: string, ...labels: readonly string[]): NamedMetric => ({
  name,
  type: "counter",
  labels,
});
const gauge = (name: string, ...labels: readonly string[]): NamedMetric => ({ name, type: "gauge", labels });
const histogram = (name: string, labels: readonly string[], buckets?: readonly number[]): NamedMetric => ({
  name,
  type: "histogram",
  labels,
  ...(buckets ? { buckets } : {}),
});

/** The metrics of each service, by its name. */
export const metricsOf: Readonly<Record<string, readonly NamedMetric[]>> = {
  "spacetime-vr": [
    // The answer of /performance.
    gauge("spacetime_fps"),
    gauge("spacetime_memory_bytes", "type"),
    gauge("spacetime_cache_hit_rate"),
    gauge("spacetime_cache_size_bytes"),
    counter("spacetime_rate_limit_violations_total"),
    counter("spacetime_auth_failures_total"),
    gauge("spacetime_process_time_seconds"),
    gauge("spacetime_physics_process_time_seconds"),
    gauge("spacetime_objects_total"),
    gauge("spacetime_nodes_total"),
    // The HTTP API under plain names.
    counter("http_requests_total", "endpoint", "method", "status"),
    histogram("http_request_duration_seconds", ["endpoint", "method"]),
    histogram("http_request_size_bytes", ["endpoint", "method"]),
    histogram("http_response_size_bytes", ["endpoint", "method"]),
    counter("scene_loads_total"),
    counter("scene_load_errors_total"),
    counter("auth_attempts_total", "result"),
    counter("rate_limit_hits_total"),
    gauge("active_connections"),
    gauge("process_start_time_seconds"),
    gauge("process_resident_memory_bytes"),
    // Headset, scenes, telemetry, and the API under the game's own names.
    gauge("spacetime_vr_headset_connected"),
    gauge("spacetime_vr_left_controller_active"),
    gauge("spacetime_vr_right_controller_active"),
    gauge("spacetime_vr_tracking_quality"),
    gauge("spacetime_cpu_percent"),
    counter("spacetime_scene_loads_total"),
    counter("spacetime_scene_load_errors_total"),
    histogram("spacetime_scene_load_duration_seconds", []),
    gauge("spacetime_active_scenes"),
    counter("spacetime_http_requests_total", "endpoint", "method", "status"),
    histogram("spacetime_http_request_duration_seconds", ["endpoint", "method"]),
    gauge("spacetime_http_requests_in_flight"),
    counter("spacetime_telemetry_connections_total"),
    counter("spacetime_telemetry_disconnects_total"),
    gauge("spacetime_active_sessions"),
  ],
  "afirgen-backend": [
    counter("api_requests_total", "endpoint", "method", "status"),
    histogram(
      "api_request_duration_seconds",
      ["endpoint", "method"],
      [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    ),
    gauge("api_requests_in_progress", "endpoint", "method"),
    counter("db_queries_total", "query_type", "table"),
    histogram(
      "db_query_duration_seconds",
      ["query_type", "table"],
      [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    ),
    gauge("db_connection_pool_size"),
    gauge("db_connection_pool_available"),
    counter("cache_operations_total", "operation", "result"),
    histogram("cache_operation_duration_seconds", ["operation"], [0.001, 0.005, 0.01, 0.025, 0.05, 0.1]),
    gauge("cache_hit_rate"),
    gauge("cache_memory_usage_bytes"),
    counter("cache_evictions_total"),
    counter("model_server_requests_total", "server", "status"),
    histogram("model_server_latency_seconds", ["server"], [0.1, 0.5, 1, 2.5, 5, 10, 30, 60]),
    gauge("model_server_availability", "server"),
    gauge("background_tasks_queued", "priority", "queue"),
    counter("background_tasks_processed_total", "status", "task_type"),
    histogram("background_task_duration_seconds", ["task_type"], [1, 5, 10, 30, 60, 300, 600]),
    gauge("system_cpu_percent"),
    gauge("system_memory_percent"),
    counter("system_disk_io_read_bytes_total"),
    counter("system_disk_io_write_bytes_total"),
    counter("system_network_sent_bytes_total"),
    counter("system_network_recv_bytes_total"),
  ],
  "gatewayz-api": [
    gauge("http_request_latency_avg_seconds", "endpoint"),
    gauge("http_request_latency_p50_seconds", "endpoint"),
    gauge("http_request_latency_p95_seconds", "endpoint"),
    gauge("http_request_latency_p99_seconds", "endpoint"),
    counter("http_requests_total", "endpoint", "method"),
    counter("http_request_errors_total", "endpoint", "method"),
    counter("http_response_status_total", "endpoint", "status"),
    counter("provider_requests_total", "provider"),
    counter("provider_errors_total", "provider"),
    counter("model_requests_total", "model"),
    counter("model_errors_total", "model"),
    counter("cache_hits_total"),
    counter("cache_misses_total"),
    counter("db_queries_total"),
    // The gateway says `service`, which its target has already: so Prometheus stores it under another name.
    counter("external_api_calls_total", "exported_service"),
    counter("external_api_errors_total", "exported_service"),
    gauge("provider_error_rate", "provider"),
    gauge("provider_latency_avg_seconds", "provider"),
    gauge("provider_latency_min_seconds", "provider"),
    gauge("provider_latency_max_seconds", "provider"),
    gauge("model_error_rate", "model"),
    gauge("model_latency_avg_seconds", "model"),
    gauge("cache_hit_rate"),
    gauge("db_query_latency_avg_seconds"),
    gauge("gatewayz_uptime_seconds"),
  ],
};
