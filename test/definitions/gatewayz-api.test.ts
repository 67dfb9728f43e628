import { describe, expect, it } from "vitest";
import { definitions } from "../../definitions/index.ts";
import { gatewayzApi } from "../../definitions/services/gatewayz-api/service.ts";
import type { AlertDefinition } from "../../generators/language/alert.ts";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { metricGroupOf } from "../../generators/language/metric.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { thresholdOf } from "../../generators/promql/threshold.ts";
import { printPromql } from "../../generators/promql/print.ts";
import { otherBackend } from "./other-backend.ts";
import { model } from "./own-model.ts";
import { analyseText } from "../promql/of-text.ts";

const exprOf = (alert: AlertDefinition) => printPromql(nodeOf(alert.expr));
const own = <T extends { readonly service: string }>(list: readonly T[]) =>
  list.filter(({ service }) => service === "gatewayz-api");

describe("the job", () => {
  it("asks localhost:8000 for /metrics every 15 seconds, and waits for ten", () => {
    expect(own(model.jobs)).toMatchObject([
      {
        name: "gatewayz-api",
        kind: "scrape",
        path: "/metrics",
        every: "15s",
        timeout: "10s",
        targets: [{ written: "localhost:8000", instance: "localhost:8000" }],
        labels: { service: "gatewayz-api" },
      },
    ]);
  });
});

describe("the metrics", () => {
  const declared = Object.values(gatewayzApi.metrics).flatMap((group) => metricGroupOf(group)?.metrics ?? []);

  /** Name, type, labels, unit, and what the program computed. */
  it.each([
    ["http_request_latency_avg_seconds", "gauge", "endpoint", "seconds", "mean"],
    ["http_request_latency_p50_seconds", "gauge", "endpoint", "seconds", "p50"],
    ["http_request_latency_p95_seconds", "gauge", "endpoint", "seconds", "p95"],
    ["http_request_latency_p99_seconds", "gauge", "endpoint", "seconds", "p99"],
    ["http_requests_total", "counter", "endpoint, method", "requests", undefined],
    ["http_request_errors_total", "counter", "endpoint, method", "requests", undefined],
    ["http_response_status_total", "counter", "endpoint, status", "requests", undefined],
    ["provider_requests_total", "counter", "provider", "requests", undefined],
    ["provider_errors_total", "counter", "provider", "requests", undefined],
    ["provider_error_rate", "gauge", "provider", "ratio", "ratio"],
    ["provider_latency_avg_seconds", "gauge", "provider", "seconds", "mean"],
    ["provider_latency_min_seconds", "gauge", "provider", "seconds", "min"],
    ["provider_latency_max_seconds", "gauge", "provider", "seconds", "max"],
    ["model_requests_total", "counter", "model", "requests", undefined],
    ["model_errors_total", "counter", "model", "requests", undefined],
    ["model_error_rate", "gauge", "model", "ratio", "ratio"],
    ["model_latency_avg_seconds", "gauge", "model", "seconds", "mean"],
    ["cache_hits_total", "counter", "", "look-ups", undefined],
    ["cache_misses_total", "counter", "", "look-ups", undefined],
    ["cache_hit_rate", "gauge", "", "ratio", "ratio"],
    ["db_queries_total", "counter", "", "queries", undefined],
    ["db_query_latency_avg_seconds", "gauge", "", "seconds", "mean"],
    // `service` is a label of the target: Prometheus stores the program's own as this.
    ["external_api_calls_total", "counter", "service", "calls", undefined],
    ["external_api_errors_total", "counter", "service", "calls", undefined],
    ["gatewayz_uptime_seconds", "gauge", "", "seconds", undefined],
  ])("%s is a %s by %s, in %s, computed: %s", (name, type, labels, unit, computed) => {
    const [metric, ...more] = declared.filter((one) => one.name === name);
    expect(more).toEqual([]);
    expect(
      metric && [metric.type, Object.keys(metric.labels).join(", "), metric.unit, metric.computed],
    ).toEqual([type, labels, unit, computed]);
  });

  it("are all, and none is kept unused", () => {
    expect(declared).toHaveLength(25);
    expect(declared.filter(({ unused }) => unused !== undefined)).toEqual([]);
  });
});

describe("the alerts", () => {
  const alerts = gatewayzApi.alerts ?? {};

  it.each([
    [
      "HighErrorRate",
      "warning",
      "5m",
      ">",
      0.05,
      "instance_endpoint:gatewayz_http_errors:ratio_rate5m > 0.05",
    ],
    [
      "HighLatency",
      "warning",
      "5m",
      ">",
      1,
      'http_request_latency_p99_seconds{job="gatewayz-api"} > 1 and on(instance, endpoint) instance_endpoint:gatewayz_http_requests:rate5m > 0',
    ],
    [
      "ProviderDown",
      "critical",
      "5m",
      ">",
      0.2,
      'provider_error_rate{job="gatewayz-api"} > 0.2 and rate(provider_requests_total{job="gatewayz-api"}[5m]) > 0',
    ],
    [
      "LowCacheHitRate",
      "info",
      "10m",
      "<",
      0.5,
      'cache_hit_rate{job="gatewayz-api"} < 0.5 and rate(cache_hits_total{job="gatewayz-api"}[5m]) + rate(cache_misses_total{job="gatewayz-api"}[5m]) > 0',
    ],
    // The health check's red band, and that there is a gateway at all.
    ["GatewayzUnhealthy", "critical", "5m", ">", 0.1, "instance:gatewayz_http_errors:ratio_rate5m > 0.1"],
    [
      "GatewayzAPIDown",
      "critical",
      "1m",
      "==",
      0,
      'up{job="gatewayz-api"} == 0 or absent(up{job="gatewayz-api"})',
    ],
  ])("%s is %s for %s: %s %s", (name, severity, wait, op, value, expr) => {
    const alert = alerts[name];
    if (!alert) throw new Error(`there is no alert ${name}`);
    expect([alert.severity.name, alert.for, exprOf(alert)]).toEqual([severity, wait, expr]);
    expect(thresholdOf(analyseText(expr, model.catalogue))).toMatchObject({ op, value });
  });

  it("are all", () => {
    expect(Object.keys(alerts)).toHaveLength(6);
  });

  it("about one problem have one component, so that the red band mutes the yellow one", () => {
    expect(alerts["GatewayzUnhealthy"]?.component).toBe(alerts["HighErrorRate"]?.component);
  });

  it("of the platform leave the gateway's job to it", () => {
    const down = model.alerts.find(({ name }) => name === "TargetDown");
    expect(down?.expr).toMatch(/^up\{job!~"(?:.*\|)?gatewayz-api(?:\|.*)?"\} == 0$/);
  });
});

describe("the dashboards", () => {
  // That of its SLO comes with it.
  const dashboards = own(model.dashboards).filter(({ uid }) => uid !== "gatewayz-api-slos");
  const titles = ["Cache", "Database", "Errors", "Latency", "Models", "Providers", "System"];

  it("are seven in the folder GatewayZ, each with an instance to choose", () => {
    expect(dashboards.map(({ title }) => title).sort()).toEqual(titles.map((title) => `GatewayZ ${title}`));
    for (const { folder, variables, annotations } of dashboards) {
      expect(folder).toBe("GatewayZ");
      expect(variables.map(({ label }) => label)).toContain("instance");
      expect(annotations.map(({ name }) => name)).toEqual(["Restarts"]);
    }
  });

  it.each([
    ["gatewayz-latency", "endpoint"],
    ["gatewayz-errors", "endpoint"],
    ["gatewayz-providers", "provider"],
    ["gatewayz-models", "model"],
  ])("%s can be narrowed by %s", (uid, label) => {
    const found = dashboards.find((one) => one.uid === uid);
    expect(found?.variables.map((variable) => variable.label)).toEqual(["instance", label]);
  });

  it("lead from each to the six others, which exist", () => {
    for (const { uid, links } of dashboards) {
      const others = dashboards.filter((one) => one.uid !== uid).map((one) => `/d/${one.uid}`);
      expect(links.map(({ url }) => url).sort()).toEqual(others.sort());
    }
  });

  it.each([
    ["gatewayz-latency", "http_request_latency_p99_seconds"],
    ["gatewayz-latency", "http_request_latency_p95_seconds"],
    ["gatewayz-latency", "http_request_latency_avg_seconds"],
    ["gatewayz-latency", "rate(http_requests_total["],
    ["gatewayz-errors", "instance_endpoint:gatewayz_http_errors:ratio_rate5m"],
    ["gatewayz-errors", "http_request_errors_total"],
    ["gatewayz-errors", 'status=~"5.."'],
    ["gatewayz-providers", "provider_error_rate"],
    ["gatewayz-providers", "provider_latency_avg_seconds"],
    ["gatewayz-providers", "rate(provider_requests_total["],
    ["gatewayz-models", "model_error_rate"],
    ["gatewayz-models", "model_latency_avg_seconds"],
    ["gatewayz-models", "rate(model_requests_total["],
    ["gatewayz-cache", "cache_hit_rate"],
    ["gatewayz-cache", "rate(cache_hits_total["],
    ["gatewayz-cache", "rate(cache_misses_total["],
    ["gatewayz-database", "rate(db_queries_total["],
    ["gatewayz-database", "db_query_latency_avg_seconds"],
    ["gatewayz-system", "gatewayz_uptime_seconds"],
  ])("%s asks for %s", (uid, wanted) => {
    const panels = dashboards
      .filter((one) => one.uid === uid)
      .flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const asked = panels.flatMap(({ queries }) =>
      queries.map(({ expr }) =>
        expr.replaceAll(/\{job="gatewayz-api"[^}]*\}/g, (braces) =>
          braces.includes("status") ? braces : "",
        ),
      ),
    );
    expect(asked.filter((expr) => expr.includes(wanted))).not.toEqual([]);
  });

  it("show the health bands: yellow from 5 %, red from 10 %", () => {
    const panels = dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels));
    const bands = panels.filter(({ title }) => title === "Health").map(({ thresholds }) => thresholds);
    const wanted = [
      { value: undefined, color: "green" },
      { value: 0.05, color: "yellow" },
      { value: 0.1, color: "red" },
    ];
    expect(bands).toEqual([wanted, wanted]);
  });

  it("are named in actions by panels that they have", () => {
    const titlesOf = (dashboard: string) =>
      dashboards
        .filter(({ title }) => title === dashboard)
        .flatMap(({ rows }) => rows.flatMap((row) => row.panels.map(({ title }) => title)));
    const actions = Object.values(gatewayzApi.alerts ?? {}).flatMap((alert) => alert.actions);
    const named = actions.flatMap((action) => [
      ...action.matchAll(/[Pp]anel ([A-Zp][\w ]*?) of (GatewayZ [A-Z]\w+)/g),
    ]);
    expect(named.length).toBeGreaterThan(5);
    for (const [, panel = "", dashboard = ""] of named) expect(titlesOf(dashboard)).toContain(panel);
  });
});

describe("beside services that export the same names", () => {
  const three = { ...definitions, services: [...definitions.services, otherBackend] };
  const { catalogue } = resolve(three).model;
  const unitOf = (job: string) => analyseText(`cache_hit_rate{job="${job}"}`, catalogue).type.unit;
  const labelsOf = (expr: string) => [...(analyseText(expr, catalogue).type.labels?.keys() ?? [])].sort();

  it("each keeps its labels and its unit", () => {
    expect([unitOf("gatewayz-api"), unitOf("other-backend")]).toEqual(["ratio", "percent"]);
    const common = ["instance", "job", "service"];
    expect(labelsOf('http_requests_total{job="gatewayz-api"}')).toEqual(
      [...common, "endpoint", "method"].sort(),
    );
    expect(labelsOf('http_requests_total{job="spacetime-http-api"}')).toEqual(
      [...common, "endpoint", "method", "status"].sort(),
    );
  });

  it.each([
    ["http_requests_total", "labels"],
    ["cache_hit_rate", "units"],
  ])("%s without a job is asked back, for its %s differ", (name, difference) => {
    const [diagnostic] = analyseText(name, catalogue).diagnostics;
    expect(diagnostic?.message).toMatch(
      new RegExp(`^${name} is exported by .*gatewayz-api.* with other ${difference}; say which: {job=`),
    );
  });
});
