import { describe, expect, it } from "vitest";
import { spacetimeVr } from "../../definitions/services/spacetime-vr/service.ts";
import type { AlertDefinition } from "../../generators/language/alert.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { metricOf } from "../../generators/language/metric.ts";
import { printPromql } from "../../generators/promql/print.ts";

const exprOf = (alert: AlertDefinition) => printPromql(nodeOf(alert.expr));

/** The 20 alerts, in the order of their table: name, severity, group, `for`, condition. */
type Row = readonly [name: string, severity: string, group: string, wait: string, condition: string];
const twentyAlerts: readonly Row[] = [
  [
    "SpaceTimeAPIDown",
    "critical",
    "spacetime_critical_alerts",
    "1m",
    'up{job="spacetime-http-api"} == 0 or absent(up{job="spacetime-http-api"})',
  ],
  [
    "SpaceTimeLowFPS",
    "critical",
    "spacetime_critical_alerts",
    "5m",
    'spacetime_fps{job="spacetime-performance"} < 45',
  ],
  [
    "SpaceTimeSceneLoadFailures",
    "critical",
    "spacetime_critical_alerts",
    "2m",
    'increase(spacetime_scene_load_errors_total{job="spacetime-http-api"}[5m]) > 3',
  ],
  [
    "SpaceTimeMemoryExhaustion",
    "critical",
    "spacetime_critical_alerts",
    "10m",
    "instance:spacetime_memory_bytes:sum > 12000000000",
  ],
  [
    "SpaceTimeFPSBelowTarget",
    "high",
    "spacetime_high_alerts",
    "5m",
    'spacetime_fps{job="spacetime-performance"} < 85',
  ],
  [
    "SpaceTimeHighErrorRate",
    "high",
    "spacetime_high_alerts",
    "5m",
    "instance:spacetime_http_errors:ratio_rate5m > 0.05",
  ],
  [
    "SpaceTimeHighMemory",
    "high",
    "spacetime_high_alerts",
    "10m",
    "instance:spacetime_memory_bytes:sum > 10000000000",
  ],
  [
    "SpaceTimeCertificateExpiringSoon",
    "high",
    "spacetime_high_alerts",
    "1h",
    '(probe_ssl_earliest_cert_expiry{job="spacetime-certificate"} - time()) / 86400 < 7',
  ],
  [
    "SpaceTimeVRHeadsetDisconnected",
    "high",
    "spacetime_high_alerts",
    "5m",
    'spacetime_vr_headset_connected{job="spacetime-http-api"} == 0',
  ],
  [
    "SpaceTimeRequestLatencyHigh",
    "medium",
    "spacetime_medium_alerts",
    "15m",
    "instance:spacetime_http_request_duration_seconds:p95_5m > 0.5",
  ],
  [
    "SpaceTimeRateLimitViolations",
    "medium",
    "spacetime_medium_alerts",
    "5m",
    'increase(spacetime_rate_limit_violations_total{job="spacetime-performance"}[1h]) > 50',
  ],
  [
    "SpaceTimeAuthenticationFailures",
    "medium",
    "spacetime_medium_alerts",
    "5m",
    'increase(spacetime_auth_failures_total{job="spacetime-performance"}[15m]) > 20',
  ],
  [
    "SpaceTimeTelemetryDisconnects",
    "medium",
    "spacetime_medium_alerts",
    "5m",
    'increase(spacetime_telemetry_disconnects_total{job="spacetime-telemetry"}[1h]) > 10',
  ],
  [
    "SpaceTimeHighCPU",
    "medium",
    "spacetime_medium_alerts",
    "15m",
    'spacetime_cpu_percent{job="spacetime-http-api"} > 80',
  ],
  [
    "SpaceTimeSceneLoadSlow",
    "low",
    "spacetime_low_alerts",
    "5m",
    'histogram_quantile(0.95, sum by (instance, le) (rate(spacetime_scene_load_duration_seconds_bucket{job="spacetime-http-api"}[5m]))) > 3',
  ],
  [
    "SpaceTimeMemoryGrowing",
    "low",
    "spacetime_low_alerts",
    "15m",
    "instance:spacetime_memory_bytes:delta10m > 10000000",
  ],
  [
    "SpaceTimeHighRequestVolume",
    "low",
    "spacetime_low_alerts",
    "10m",
    "instance:spacetime_http_requests:rate5m > 250",
  ],
  [
    "SpaceTimeCertificateExpiring30Days",
    "low",
    "spacetime_low_alerts",
    "24h",
    '(probe_ssl_earliest_cert_expiry{job="spacetime-certificate"} - time()) / 86400 < 30',
  ],
  ["SpaceTimePrometheusScrapeFailures", "low", "spacetime_low_alerts", "5m", 'up{job=~"spacetime-.*"} == 0'],
  [
    "SpaceTimeServiceRestarted",
    "low",
    "spacetime_operational",
    "0m",
    'changes(process_start_time_seconds{job="spacetime-http-api"}[5m]) > 0',
  ],
];

/** Names with which the health monitor's limits begin; all other alerts are among the 20, or the HTTP API's. */
const healthMonitor = "SpaceTimeHealth";

describe("the 20 alerts of spacetime-vr", () => {
  const alerts = spacetimeVr.alerts ?? {};

  it.each(twentyAlerts)("%s is %s in %s, for %s", (name, severity, group, wait, condition) => {
    const alert = alerts[name];
    if (!alert) throw new Error(`there is no alert ${name}`);
    expect(alert.severity.name).toBe(severity);
    expect(alert.group).toMatchObject({ name: group, every: "30s" });
    expect(alert.for).toBe(wait);
    expect(exprOf(alert)).toBe(condition);
  });

  it("are all, but for the limits of the health monitor, the rules of the HTTP API and what cannot be read", () => {
    const others = Object.entries(alerts).filter(([, { group }]) => !group?.name.startsWith("http_api_"));
    const names = others
      .map(([name]) => name)
      .filter((name) => !name.startsWith(healthMonitor) && !name.startsWith("SpaceTimeUnread"));
    expect(names.sort()).toEqual(twentyAlerts.map(([name]) => name).sort());
  });

  it("have limits of the health monitor beside them, in a group of their own", () => {
    const limits = Object.entries(alerts).filter(([name]) => name.startsWith(healthMonitor));
    expect(
      Object.fromEntries(limits.map(([name, alert]) => [name, [alert.severity.name, exprOf(alert)]])),
    ).toEqual({
      SpaceTimeHealthSlowResponse: ["low", 'probe_duration_seconds{job="spacetime-health"} > 0.2'],
      SpaceTimeHealthMemoryNearMaximum: [
        "low",
        'spacetime_memory_bytes{job="spacetime-performance", type="static"} / spacetime_memory_max_bytes{job="spacetime-performance"} > 0.8',
      ],
      SpaceTimeHealthFPSBelow60: ["medium", 'spacetime_fps{job="spacetime-performance"} < 60'],
      SpaceTimeHealthRateLimitBurst: [
        "low",
        'increase(spacetime_rate_limit_violations_total{job="spacetime-performance"}[5m]) > 10',
      ],
      SpaceTimeHealthCertificateUnseen: ["high", 'probe_success{job="spacetime-certificate"} == 0'],
      SpaceTimeHealthCertificateNotTrusted: [
        "high",
        'probe_success{job="spacetime-certificate-trust"} == 0 and on(instance) probe_success{job="spacetime-certificate"} == 1',
      ],
    });
    expect(new Set(limits.map(([, alert]) => alert.group?.name))).toEqual(
      new Set(["spacetime_health_monitor"]),
    );
  });

  it("say first what to do: two to five actions each", () => {
    const counts = Object.entries(alerts).map(([name, { actions }]) => [name, actions.length] as const);
    expect(counts.filter(([, count]) => count < 2 || count > 5)).toEqual([]);
  });
});

describe("the scrape jobs of spacetime-vr", () => {
  const jobs = Object.values(spacetimeVr.jobs);

  it.each([
    ["spacetime-http-api", ["localhost:8080"], "15s"],
    ["spacetime-performance", ["http://localhost:8080/performance"], "15s"],
    ["spacetime-health", ["http://localhost:8080/health"], "30s"],
    ["spacetime-health-status", ["http://localhost:8080/health"], "30s"],
    ["spacetime-telemetry", ["localhost:8081"], "30s"],
    ["spacetime-certificate", ["https://localhost:443/health"], "1m"],
  ])("%s asks %j every %s", (name, targets, every) => {
    expect(jobs.filter(({ job }) => job === name)).toMatchObject([
      { targets, every, targetLabels: { service: "spacetime-vr" } },
    ]);
  });

  it("read the token from a file", () => {
    const withToken = jobs.filter((job) => "bearerToken" in job && job.bearerToken);
    expect(withToken).toMatchObject([
      { job: "spacetime-performance", bearerToken: { path: "/run/secrets/jwt_token" } },
    ]);
  });

  it("measure a certificate that nobody trusts, or that has expired", () => {
    const probe = jobs.find(({ job }) => job === "spacetime-certificate");
    expect(probe).toMatchObject({ module: { verifyCertificate: false, requireTls: true } });
  });
});

describe("the fields of /performance", () => {
  const mapping = spacetimeVr.jsonFields?.["performanceFields"];

  /** Field, type, and metric with its labels: the table of the exporter's mapping. */
  it.each([
    ["engine.fps", "gauge", 'spacetime_fps{job="spacetime-performance"}'],
    [
      "memory.static_memory_usage",
      "gauge",
      'spacetime_memory_bytes{job="spacetime-performance", type="static"}',
    ],
    [
      "memory.dynamic_memory_usage",
      "gauge",
      'spacetime_memory_bytes{job="spacetime-performance", type="dynamic"}',
    ],
    ["cache.hit_rate", "gauge", 'spacetime_cache_hit_rate{job="spacetime-performance"}'],
    ["cache.total_size_bytes", "gauge", 'spacetime_cache_size_bytes{job="spacetime-performance"}'],
    [
      "security.rate_limit_violations",
      "counter",
      'spacetime_rate_limit_violations_total{job="spacetime-performance"}',
    ],
    ["security.auth_failures", "counter", 'spacetime_auth_failures_total{job="spacetime-performance"}'],
    ["engine.process_time", "gauge", 'spacetime_process_time_seconds{job="spacetime-performance"}'],
    [
      "engine.physics_process_time",
      "gauge",
      'spacetime_physics_process_time_seconds{job="spacetime-performance"}',
    ],
    ["engine.objects_in_use", "gauge", 'spacetime_objects_total{job="spacetime-performance"}'],
    ["engine.nodes_in_use", "gauge", 'spacetime_nodes_total{job="spacetime-performance"}'],
  ])("%s is the %s %s", (field, type, series) => {
    const target = mapping?.fields[field];
    expect(target && printPromql(nodeOf(target))).toBe(series);
    expect(metricOf(target)?.type).toBe(type);
  });

  it("are all mapped but two, with a reason", () => {
    const fields = Object.entries(mapping?.fields ?? {});
    const leftOut = fields.filter(([, target]) => "kind" in target && target.kind === "left out");
    expect(fields).toHaveLength(19);
    expect(leftOut.map(([field]) => field)).toEqual(["security.blocked_ips", "timestamp"]);
  });
});

describe("the logs of spacetime-vr", () => {
  it("are seven sources under ids that stay", () => {
    const sources = Object.values(spacetimeVr.logs ?? {}).map(({ id, files }) => [id, ...files]);
    expect(sources.sort()).toEqual([
      ["api-access", "logs/http_api_access.log"],
      ["api-errors", "logs/http_api_error.log"],
      ["godot-console", "logs/godot_console.log"],
      ["health-monitor", "monitoring/health.log"],
      ["scene-load", "logs/scene_load.log"],
      ["security-audit", "logs/security_audit.log"],
      ["vr-system", "logs/vr_system.log"],
    ]);
  });
});
