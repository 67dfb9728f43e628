// The series that the tests of the analysis speak of: of a web application, of a kiosk and of what Prometheus makes itself.
import type { LabelSpec } from "../../generators/language/label.ts";
import type { CatalogueSeries } from "../../generators/promql/series.ts";

type Labels = Readonly<Record<string, LabelSpec>>;
type Facts = Partial<
  Pick<CatalogueSeries, "unit" | "observed" | "metric" | "job" | "interval" | "statistics">
>;

/** A series of any job, with `job` and `instance` besides its own labels. */
export function series(
  name: string,
  type: CatalogueSeries["type"],
  labels: Labels = {},
  facts: Facts = {},
): CatalogueSeries {
  const all = new Map<string, LabelSpec>(Object.entries({ job: "*", instance: "*", ...labels }));
  return { name, type, unit: "count", labels: all, metric: name, job: undefined, help: "", ...facts };
}

/** The three series of a histogram of seconds. */
function histogram(metric: string, labels: Labels): CatalogueSeries[] {
  const le = ["0.1", "0.25", "0.5", "1", "1.0", "+Inf"];
  return [
    series(`${metric}_bucket`, "bucket", { ...labels, le }, { metric, observed: "seconds" }),
    series(`${metric}_sum`, "counter", labels, { metric, unit: "seconds" }),
    series(`${metric}_count`, "counter", labels, { metric }),
  ];
}

export const exampleSeries: readonly CatalogueSeries[] = [
  series("http_requests_total", "counter", {
    method: ["GET", "POST", "PUT", "DELETE"],
    status: ["200", "204", "400", "404", "500", "502", "503"],
    endpoint: "*",
  }),
  ...histogram("http_request_duration_seconds", { endpoint: "*" }),
  series("db_connections_in_use", "gauge", { pool: ["primary", "replica"] }, { unit: "connections" }),
  series("db_connections", "gauge", { pool: ["primary", "replica"] }, { unit: "connections" }),
  series("queue_lag_ms", "gauge", {}, { unit: "milliseconds" }),
  series("disk_free_bytes", "gauge", { mount: /\/.*/ }, { unit: "bytes" }),
  series("disk_used_percent", "gauge", { mount: /\/.*/ }, { unit: "percent" }),
  series("cache_hit_ratio", "gauge", {}, { unit: "ratio" }),
  series("kiosk_fps", "gauge", {}, { unit: "fps" }),
  series("kiosk_memory_bytes", "gauge", { type: ["static", "dynamic", "video"] }, { unit: "bytes" }),
  series("up", "gauge", {}, { unit: "bool" }),
  series("process_start_time_seconds", "gauge", {}, { unit: "timestamp" }),
  series("process_cpu_seconds_total", "counter", {}, { unit: "seconds" }),
  series("cert_expiry", "gauge", {}, { unit: "timestamp" }),
  series("build_info", "gauge", { version: "*" }, { unit: "bool" }),
];
