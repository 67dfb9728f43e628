import { describe, expect, it } from "vitest";
import * as modelServers from "../../definitions/services/afirgen-backend/alerts/model-servers.ts";
import { afirgenBackend } from "../../definitions/services/afirgen-backend/service.ts";
import { modelServerGoneInhibits } from "../../definitions/services/afirgen-backend/inhibitions.ts";
import { recordingOf } from "../../generators/language/recording.ts";
import { model } from "./own-model.ts";

const own = <T extends { readonly service: string }>(things: readonly T[]) =>
  things.filter(({ service }) => service === "afirgen-backend");

describe("the scrape job of afirgen-backend", () => {
  it("asks localhost:8000 for /prometheus/metrics every 15 seconds, without a token", () => {
    expect(own(model.jobs)).toMatchObject([
      {
        kind: "scrape",
        name: "afirgen-backend",
        path: "/prometheus/metrics",
        scheme: "http",
        every: "15s",
        labels: { service: "afirgen-backend" },
        targets: [{ written: "localhost:8000", instance: "localhost:8000" }],
      },
    ]);
    expect(own(model.jobs).map((job) => job.kind === "scrape" && job.request)).toEqual([{}]);
  });
});

const api = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const query = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];
const operation = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1];
const answer = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60];
const task = [1, 5, 10, 30, 60, 300, 600];

/** The metrics as the backend exports them: name, type, unit, labels, buckets. */
type Row = readonly [
  name: string,
  type: string,
  unit: string,
  labels: readonly string[],
  buckets?: readonly number[],
];
const exported: readonly Row[] = [
  ["api_requests_total", "counter", "requests", ["endpoint", "method", "status"]],
  ["api_request_duration_seconds", "histogram", "seconds", ["endpoint", "method"], api],
  ["api_requests_in_progress", "gauge", "requests", ["endpoint", "method"]],
  ["db_queries_total", "counter", "queries", ["query_type", "table"]],
  ["db_query_duration_seconds", "histogram", "seconds", ["query_type", "table"], query],
  ["db_connection_pool_size", "gauge", "connections", []],
  ["db_connection_pool_available", "gauge", "connections", []],
  ["cache_operations_total", "counter", "operations", ["operation", "result"]],
  ["cache_operation_duration_seconds", "histogram", "seconds", ["operation"], operation],
  ["cache_hit_rate", "gauge", "percent", []],
  ["cache_memory_usage_bytes", "gauge", "bytes", []],
  ["cache_evictions_total", "counter", "evictions", []],
  ["model_server_requests_total", "counter", "requests", ["server", "status"]],
  ["model_server_latency_seconds", "histogram", "seconds", ["server"], answer],
  ["model_server_availability", "gauge", "bool", ["server"]],
  ["background_tasks_queued", "gauge", "tasks", ["queue", "priority"]],
  ["background_tasks_processed_total", "counter", "tasks", ["task_type", "status"]],
  ["background_task_duration_seconds", "histogram", "seconds", ["task_type"], task],
  ["system_cpu_percent", "gauge", "percent", []],
  ["system_memory_percent", "gauge", "percent", []],
  ["system_disk_io_read_bytes_total", "counter", "bytes", []],
  ["system_disk_io_write_bytes_total", "counter", "bytes", []],
  ["system_network_sent_bytes_total", "counter", "bytes", []],
  ["system_network_recv_bytes_total", "counter", "bytes", []],
];

describe("the metrics of afirgen-backend", () => {
  const metrics = own(model.metrics);

  it("are these and no others", () => {
    expect(metrics.map(({ name }) => name).sort()).toEqual(exported.map(([name]) => name).sort());
  });

  it.each(exported)("%s is a %s in %s with %j", (name, type, unit, labels, buckets) => {
    const definition = metrics.find((metric) => metric.name === name)?.definition;
    expect(definition).toMatchObject({ type, unit });
    expect(Object.keys(definition?.labels ?? {})).toEqual(labels);
    expect(definition?.buckets).toEqual(buckets);
  });

  it.each([
    ["cache_operations_total", "result", ["hit", "miss", "error"]],
    ["model_server_requests_total", "status", ["success", "error"]],
  ])("%s: %s is one of %j", (name, label, values) => {
    expect(metrics.find((metric) => metric.name === name)?.definition.labels[label]).toEqual(values);
  });

  it("are all used, and none is only kept", () => {
    expect(metrics.filter(({ definition }) => definition.unused !== undefined)).toEqual([]);
  });
});

/** Name, severity, component, `for`, condition. */
const alerts: readonly (readonly [string, string, string, string, string])[] = [
  [
    "AfirgenBackendDown",
    "critical",
    "availability",
    "1m",
    'up{job="afirgen-backend"} == 0 or absent(up{job="afirgen-backend"})',
  ],
  [
    "AfirgenSevereErrorRate",
    "critical",
    "errors",
    "2m",
    "instance:afirgen_request_errors:ratio_rate5m > 0.25",
  ],
  ["AfirgenHighErrorRate", "high", "errors", "5m", "instance:afirgen_request_errors:ratio_rate5m > 0.05"],
  ["AfirgenLatencyVeryHigh", "high", "latency", "5m", "instance:afirgen_request_duration_seconds:p99_5m > 5"],
  [
    "AfirgenLatencyHigh",
    "medium",
    "latency",
    "15m",
    "instance_endpoint:afirgen_request_duration_seconds:p95_5m > 2.5",
  ],
  [
    "AfirgenRequestsStuck",
    "high",
    "stuck-requests",
    "5m",
    'sum by (job, instance, endpoint, method) (api_requests_in_progress{job="afirgen-backend"}) > 0 unless sum by (job, instance, endpoint, method) (rate(api_requests_total{job="afirgen-backend"}[10m])) > 0',
  ],
  [
    "AfirgenDbPoolExhausted",
    "critical",
    "database-pool",
    "2m",
    "instance:afirgen_db_connection_pool_in_use:ratio > 0.95",
  ],
  [
    "AfirgenDbPoolNearlyExhausted",
    "medium",
    "database-pool",
    "10m",
    "instance:afirgen_db_connection_pool_in_use:ratio > 0.8",
  ],
  [
    "AfirgenDbQueriesSlow",
    "medium",
    "database-queries",
    "10m",
    "instance_table:afirgen_db_query_duration_seconds:p95_5m > 0.5",
  ],
  [
    "AfirgenCacheErrors",
    "medium",
    "cache-errors",
    "10m",
    "instance:afirgen_cache_errors:ratio_rate5m > 0.01",
  ],
  ["AfirgenCacheHitRateLow", "low", "cache-use", "30m", "instance:afirgen_cache_hits:ratio_rate5m < 0.5"],
  [
    "AfirgenCacheEvictionsHigh",
    "low",
    "cache-use",
    "30m",
    "instance:afirgen_cache_evictions:ratio_rate5m > 0.1",
  ],
  [
    "AfirgenModelServerUnavailable",
    "critical",
    "model-availability",
    "2m",
    'model_server_availability{job="afirgen-backend"} == 0',
  ],
  [
    "AfirgenModelServerErrors",
    "high",
    "model-errors",
    "5m",
    "instance_server:afirgen_model_server_errors:ratio_rate5m > 0.05",
  ],
  [
    "AfirgenModelServerSlow",
    "medium",
    "model-latency",
    "10m",
    "instance_server:afirgen_model_server_latency_seconds:p95_5m > 10",
  ],
  [
    "AfirgenQueueStuck",
    "high",
    "task-queue",
    "5m",
    "sum by (instance) (instance_queue:afirgen_background_tasks_queued:sum) > 0 unless instance:afirgen_background_tasks_processed:rate10m > 0",
  ],
  [
    "AfirgenQueueBacklog",
    "medium",
    "task-queue",
    "10m",
    "instance:afirgen_background_tasks_queued:drain_time > 600",
  ],
  [
    "AfirgenQueueGrowing",
    "low",
    "task-queue",
    "30m",
    "instance_queue:afirgen_background_tasks_queued:delta30m > 30",
  ],
  [
    "AfirgenTasksFailing",
    "high",
    "task-errors",
    "10m",
    "instance_task_type:afirgen_background_tasks_failed:ratio_rate10m > 0.1",
  ],
  [
    "AfirgenTasksSlow",
    "low",
    "task-latency",
    "30m",
    "instance_task_type:afirgen_background_task_duration_seconds:p95_30m > 300",
  ],
  ["AfirgenHighCPU", "medium", "processor", "15m", 'system_cpu_percent{job="afirgen-backend"} > 85'],
  ["AfirgenMemoryExhausted", "critical", "memory", "5m", 'system_memory_percent{job="afirgen-backend"} > 95'],
  ["AfirgenHighMemory", "medium", "memory", "15m", 'system_memory_percent{job="afirgen-backend"} > 85'],
];

describe("the alerts of afirgen-backend", () => {
  // Those of its SLO come with it, and so do guards.
  const found = own(model.alerts).filter(
    ({ labels, guardOf }) => labels["slo"] === undefined && guardOf === undefined,
  );

  it("are these and no others", () => {
    expect(found.map(({ name }) => name).sort()).toEqual(alerts.map(([name]) => name).sort());
  });

  it.each(alerts)("%s is %s for %s, after %s", (name, severity, component, wait, condition) => {
    const alert = found.find((one) => one.name === name);
    expect(alert).toMatchObject({ component, for: wait, expr: condition, group: "afirgen_alerts" });
    expect(alert?.severity.name).toBe(severity);
  });

  it("give each threshold its line on a panel: what compares with a number is drawn somewhere", () => {
    const panels = own(model.dashboards).flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const drawn = new Set(panels.flatMap((panel) => panel.alerts.map(({ name }) => name)));
    const states = [
      "AfirgenBackendDown",
      "AfirgenModelServerUnavailable",
      "AfirgenRequestsStuck",
      "AfirgenQueueStuck",
    ];
    expect(
      found
        .map(({ name }) => name)
        .filter((name) => !drawn.has(name))
        .sort(),
    ).toEqual(states.sort());
  });

  it("are a ladder for each problem: those of one component differ in severity", () => {
    const rungs = found.map(({ component, severity }) => `${component} ${severity.name}`);
    const twice = rungs.filter((rung, index) => rungs.indexOf(rung) !== index);
    // A cache that is little used and one that is too small are one problem, and none of them may mute the other.
    expect(twice).toEqual(["cache-use low"]);
  });

  it("mute what a model server that is gone does, and nothing of another server", () => {
    expect(modelServerGoneInhibits).toMatchObject({
      source: { alert: modelServers.AfirgenModelServerUnavailable },
      target: { alert: [modelServers.AfirgenModelServerErrors, modelServers.AfirgenModelServerSlow] },
      equal: ["service", "instance", "server"],
    });
  });

  it("are not notified twice when the backend is down: TargetDown is of other jobs", () => {
    const targetDown = model.alerts.find(({ name }) => name === "TargetDown");
    expect(targetDown?.expr).toMatch(/^up\{job!~"(?:.*\|)?afirgen-backend(?:\|.*)?"\} == 0$/);
  });
});

describe("the recordings of afirgen-backend", () => {
  it("are called after it: without a job, another service could have the same", () => {
    const names = Object.values(afirgenBackend.recordings ?? {}).map((one) => recordingOf(one)?.name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !/^instance(?:_\w+)?:afirgen_\w+:\w+$/.test(name ?? ""))).toEqual([]);
  });
});

describe("the dashboards of afirgen-backend", () => {
  it.each([
    ["afirgen-overview", "AFIRGen Backend Overview", ["Overview", "Requests", "Background tasks", "Machine"]],
    ["afirgen-dependencies", "AFIRGen Database, Cache, Models", ["Database", "Cache", "Model servers"]],
  ])("%s is %s with the rows %j", (uid, title, rows) => {
    const dashboard = own(model.dashboards).find((one) => one.uid === uid);
    expect(dashboard).toMatchObject({ title, folder: "AFIRGen", variables: [{ name: "instance" }] });
    expect(dashboard?.rows.map((row) => row.title)).toEqual(rows);
  });
});
