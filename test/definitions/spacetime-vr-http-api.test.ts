import { describe, expect, it } from "vitest";
import { spacetimeVr } from "../../definitions/services/spacetime-vr/service.ts";
import { recordingOf } from "../../generators/language/recording.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { printPromql } from "../../generators/promql/print.ts";

/** Name, severity, group, `for`, condition. */
type Row = readonly [name: string, severity: string, group: string, wait: string, condition: string];
/** The 12 alerts of the HTTP API, in the order of their table. */
const twelveAlerts: readonly Row[] = [
  [
    "HighHTTPErrorRate",
    "critical",
    "http_api_critical_alerts",
    "5m",
    "instance:http_api_errors:ratio_rate5m > 0.05",
  ],
  [
    "CriticalSlowRequests",
    "critical",
    "http_api_critical_alerts",
    "5m",
    'histogram_quantile(0.99, sum by (instance, le) (rate(http_request_duration_seconds_bucket{job="spacetime-http-api"}[5m]))) > 2',
  ],
  [
    "CriticalAuthFailureRate",
    "critical",
    "http_api_critical_alerts",
    "0m",
    'sum by (instance) (increase(auth_attempts_total{job="spacetime-http-api", result!="success"}[1m])) > 50',
  ],
  [
    "CriticalMemoryUsage",
    "critical",
    "http_api_critical_alerts",
    "5m",
    'process_resident_memory_bytes{job="spacetime-http-api"} > 1000000000',
  ],
  [
    "HTTPAPIDown",
    "critical",
    "http_api_critical_alerts",
    "2m",
    'active_connections{job="spacetime-http-api"} == 0',
  ],
  [
    "HealthCheckFailing",
    "critical",
    "http_api_critical_alerts",
    "2m",
    'probe_success{job="spacetime-health"} == 0 or spacetime_health_status{job="spacetime-health-status", status="unhealthy"} == 1',
  ],
  [
    "SlowRequestLatency",
    "warning",
    "http_api_warning_alerts",
    "10m",
    'histogram_quantile(0.95, sum by (instance, le) (rate(http_request_duration_seconds_bucket{job="spacetime-http-api"}[5m]))) > 0.5',
  ],
  [
    "HighRateLimitHits",
    "warning",
    "http_api_warning_alerts",
    "5m",
    'increase(rate_limit_hits_total{job="spacetime-http-api"}[1m]) > 50',
  ],
  [
    "HighAuthFailureRate",
    "warning",
    "http_api_warning_alerts",
    "5m",
    'sum by (instance) (increase(auth_attempts_total{job="spacetime-http-api", result!="success"}[1m])) > 10',
  ],
  [
    "HighMemoryUsage",
    "warning",
    "http_api_warning_alerts",
    "10m",
    'process_resident_memory_bytes{job="spacetime-http-api"} > 800000000',
  ],
  [
    "HighSceneLoadErrorRate",
    "warning",
    "http_api_warning_alerts",
    "5m",
    "instance:scene_load_errors:ratio_rate5m > 0.1",
  ],
  [
    "ServiceDegraded",
    "warning",
    "http_api_warning_alerts",
    "5m",
    'spacetime_health_status{job="spacetime-health-status", status="degraded"} == 1',
  ],
];

describe("the 12 alerts of the HTTP API", () => {
  const alerts = spacetimeVr.alerts ?? {};

  it.each(twelveAlerts)("%s is %s in %s, for %s", (name, severity, group, wait, condition) => {
    const alert = alerts[name];
    if (!alert) throw new Error(`there is no alert ${name}`);
    expect(alert.severity.name).toBe(severity);
    expect(alert.group).toMatchObject({ name: group, every: "30s" });
    expect(alert.for).toBe(wait);
    expect(printPromql(nodeOf(alert.expr))).toBe(condition);
  });

  it("are all in their groups", () => {
    const own = Object.entries(alerts).filter(([, { group }]) => group?.name.startsWith("http_api_"));
    expect(own.map(([name]) => name).sort()).toEqual(twelveAlerts.map(([name]) => name).sort());
  });

  it("are of the components that the other alerts of the same problem are of", () => {
    const groupOf = (name: string) => alerts[name]?.group?.name ?? "";
    const others = Object.entries(alerts).filter(([name]) => !groupOf(name).startsWith("http_api_"));
    // Its memory is that of the process, with limits far below those of the engine's own count: they must not mute these.
    const known = new Set([...others.map(([, { component }]) => component), "process-memory"]);
    const strange = twelveAlerts.filter(([name]) => !known.has(alerts[name]?.component ?? ""));
    expect(strange).toEqual([]);
  });
});

describe("the fields of /health", () => {
  const fields = spacetimeVr.jsonFields?.["healthFields"]?.fields ?? {};
  const subsystems = ["scene_loader", "file_system", "memory", "connections"];

  it.each([
    ["status", 'spacetime_health_status{job="spacetime-health-status"}'],
    ...subsystems.map((name) => [
      `subsystems.${name}.status`,
      `spacetime_health_subsystem_status{job="spacetime-health-status", subsystem="${name}"}`,
    ]),
  ])("%s becomes the label status of %s", (field, series) => {
    const target = fields[field];
    if (!target || !("kind" in target) || target.kind !== "text label") throw new Error("this is no text");
    expect(target.label).toBe("status");
    expect(printPromql(nodeOf(target.metric))).toBe(series);
  });

  it("leave only the issues out", () => {
    const leftOut = Object.entries(fields).filter(
      ([, target]) => "kind" in target && target.kind === "left out",
    );
    expect(leftOut.map(([field]) => field)).toEqual(["issues"]);
  });
});

describe("the recordings of the HTTP API", () => {
  const recordings = Object.values(spacetimeVr.recordings ?? {}).flatMap((one) => recordingOf(one) ?? []);
  const own = recordings.filter(({ group }) => group?.name === "http_api_recordings");

  it("are in a group of their own, every 30 seconds", () => {
    expect(own.map(({ name, group }) => [name, group?.every]).sort()).toEqual([
      ["instance:http_api_errors:ratio_rate5m", "30s"],
      ["instance:http_api_requests:rate5m", "30s"],
      ["instance:scene_load_errors:ratio_rate5m", "30s"],
      ["job:http_request_duration_seconds:p95", "30s"],
    ]);
  });

  it("have the latency of each endpoint under the name that the guide gives it", () => {
    const latency = own.find(({ name }) => name === "job:http_request_duration_seconds:p95");
    expect(latency && printPromql(latency.expression)).toBe(
      'histogram_quantile(0.95, sum by (job, endpoint, le) (rate(http_request_duration_seconds_bucket{job="spacetime-http-api"}[5m]))) > 0',
    );
  });
});
