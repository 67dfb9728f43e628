// The metrics that the tests of the language speak of.
import { counter, gauge, histogram, summary } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import { recordingNamed as recording } from "../../generators/language/recording.ts";

const target = { job: "*", instance: "*" } as const;

export const app = metrics(target, {
  http_requests_total: counter({
    help: "HTTP requests served.",
    labels: {
      method: ["GET", "POST", "PUT", "DELETE"],
      status: ["200", "204", "400", "404", "500", "502", "503"],
      endpoint: "*",
    },
  }),
  http_request_duration_seconds: histogram({
    help: "Time to serve a request.",
    unit: "seconds",
    labels: { endpoint: "*" },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5],
  }),
  db_connection_pool_size: gauge({
    help: "Connections the pool may have.",
    unit: "connections",
    labels: { pool: ["primary", "replica"] },
  }),
  db_connection_pool_available: gauge({
    help: "Connections that are free.",
    unit: "connections",
    labels: { pool: ["primary", "replica"] },
  }),
  job_lag_ms: gauge({ help: "Lag of the queue.", unit: "milliseconds" }),
  disk_free_bytes: gauge({ help: "Free space.", unit: "bytes", labels: { mount: "*" } }),
  disk_used_percent: gauge({ help: "Used space.", unit: "percent", labels: { mount: "*" } }),
  gc_pause_seconds: summary({ help: "Pauses.", unit: "seconds", quantiles: [0.5, 0.99] }),
});

export const shop = metrics(target, {
  /** Orders that nobody has begun with. */
  shop_queue: gauge({ help: "Orders that wait.", unit: "orders" }),
  shop_memory_bytes: gauge({
    help: "Memory in use.",
    unit: "bytes",
    labels: { type: ["static", "dynamic", "video"] },
  }),
  shop_order_failures_total: counter({
    help: "Orders that failed.",
    labels: { event: "*" },
  }),
});

export const infra = metrics(target, {
  up: gauge({ help: "Whether the last scrape worked.", unit: "bool" }),
  process_start_time_seconds: gauge({ help: "Start of the process.", unit: "timestamp" }),
  process_cpu_seconds_total: counter({ help: "CPU time.", unit: "seconds" }),
  probe_ssl_earliest_cert_expiry: gauge({
    help: "When the first certificate of the chain ends.",
    unit: "timestamp",
  }),
  build_info: gauge({ help: "Always 1.", unit: "bool", labels: { version: "*" } }),
});

const requests = app.http_requests_total;
const errors = requests.where({ status: /5../ });

export const errorRate5m = recording(
  "job:http_errors:ratio_rate5m",
  errors.rate("5m").sumBy("job").div(requests.rate("5m").sumBy("job")),
);
export const errorRate1h = recording(
  "job:http_errors:ratio_rate1h",
  errors.rate("1h").sumBy("job").div(requests.rate("1h").sumBy("job")),
);
