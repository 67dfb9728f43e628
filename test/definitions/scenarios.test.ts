import { describe, expect, test } from "vitest";
import { definitions } from "../../definitions/index.ts";
import type { AlertDefinition } from "../../generators/language/alert.ts";
import { amountIn, amountOf } from "../../generators/language/quantity.ts";
import { recordingOf } from "../../generators/language/recording.ts";
import type { Given } from "../../generators/language/given.ts";
import { examplesOf, scenariosOf } from "../../generators/language/scenario.ts";
import { sourceFiles } from "../layout/source-files.ts";

/** The services that are described here. One that is added brings its own tests, and needs none of these changed. */
const described = ["afirgen-backend", "gatewayz-api", "monitoring", "spacetime-vr"];
const services = definitions.services.filter(({ name }) => described.includes(name));
const alerts: Readonly<Record<string, AlertDefinition>> = Object.assign(
  {},
  ...services.map((service) => service.alerts ?? {}),
);

/** How several plays come to the one value that an alert compares. */
type Together = "alone" | "sum" | "quotient" | "used";
/** Of an alert, as its specification has it, in the base unit: bytes, seconds, 0 to 1. */
type Row = readonly [name: string, together: Together, op: "<" | ">" | "==", limit: number];

const day = 86_400;
const rows: readonly Row[] = [
  ["SpaceTimeAPIDown", "alone", "==", 0],
  ["SpaceTimeLowFPS", "alone", "<", 45],
  ["SpaceTimeSceneLoadFailures", "alone", ">", 3],
  ["SpaceTimeMemoryExhaustion", "sum", ">", 12e9],
  ["SpaceTimeFPSBelowTarget", "alone", "<", 85],
  ["SpaceTimeHighErrorRate", "alone", ">", 0.05],
  ["SpaceTimeHighMemory", "sum", ">", 10e9],
  ["SpaceTimeCertificateExpiringSoon", "alone", "<", 7 * day],
  ["SpaceTimeVRHeadsetDisconnected", "alone", "==", 0],
  ["SpaceTimeRequestLatencyHigh", "alone", ">", 0.5],
  ["SpaceTimeRateLimitViolations", "alone", ">", 50],
  ["SpaceTimeAuthenticationFailures", "alone", ">", 20],
  ["SpaceTimeTelemetryDisconnects", "alone", ">", 10],
  // This metric is in percent.
  ["SpaceTimeHighCPU", "alone", ">", 80],
  ["SpaceTimeSceneLoadSlow", "alone", ">", 3],
  ["SpaceTimeMemoryGrowing", "sum", ">", 10e6],
  ["SpaceTimeHighRequestVolume", "sum", ">", 250],
  ["SpaceTimeCertificateExpiring30Days", "alone", "<", 30 * day],
  ["SpaceTimePrometheusScrapeFailures", "alone", "==", 0],
  ["SpaceTimeHealthSlowResponse", "alone", ">", 0.2],
  ["SpaceTimeHealthMemoryNearMaximum", "quotient", ">", 0.8],
  ["SpaceTimeHealthFPSBelow60", "alone", "<", 60],
  ["SpaceTimeHealthRateLimitBurst", "alone", ">", 10],
  ["SpaceTimeHealthCertificateUnseen", "alone", "==", 0],
  ["SpaceTimeUnreadPerformance", "alone", "==", 0],
  ["SpaceTimeUnreadTelemetry", "alone", "==", 0],
  ["GatewayzAPIDown", "alone", "==", 0],
  ["GatewayzUnhealthy", "quotient", ">", 0.1],
  ["HighErrorRate", "quotient", ">", 0.05],
  ["HighHTTPErrorRate", "alone", ">", 0.05],
  ["CriticalSlowRequests", "alone", ">", 2],
  ["CriticalAuthFailureRate", "sum", ">", 50],
  ["CriticalMemoryUsage", "alone", ">", 1e9],
  ["HTTPAPIDown", "alone", "==", 0],
  ["SlowRequestLatency", "alone", ">", 0.5],
  ["HighRateLimitHits", "alone", ">", 50],
  ["HighAuthFailureRate", "sum", ">", 10],
  ["HighMemoryUsage", "alone", ">", 800e6],
  ["HighSceneLoadErrorRate", "alone", ">", 0.1],
  ["TargetDown", "alone", "==", 0],
  ["PrometheusRuleEvaluationFailing", "alone", ">", 0],
  ["PrometheusNotificationsFailing", "alone", ">", 0],
  ["AlertmanagerNotificationsFailing", "alone", ">", 0],
  ["PrometheusConfigReloadFailed", "alone", "==", 0],
  ["AlertmanagerConfigReloadFailed", "alone", "==", 0],
  ["LogLinesRefused", "alone", ">", 0],
  ["ElasticsearchNotAnswering", "alone", "==", 0],
  ["HostDiskAlmostFull", "quotient", "<", 0.1],
  ["HostMemoryLow", "quotient", "<", 0.1],
  ["AfirgenBackendDown", "alone", "==", 0],
  ["AfirgenSevereErrorRate", "alone", ">", 0.25],
  ["AfirgenHighErrorRate", "alone", ">", 0.05],
  ["AfirgenLatencyVeryHigh", "alone", ">", 5],
  ["AfirgenLatencyHigh", "alone", ">", 2.5],
  ["AfirgenDbPoolExhausted", "used", ">", 0.95],
  ["AfirgenDbPoolNearlyExhausted", "used", ">", 0.8],
  ["AfirgenDbQueriesSlow", "alone", ">", 0.5],
  ["AfirgenCacheErrors", "alone", ">", 0.01],
  ["AfirgenCacheHitRateLow", "alone", "<", 0.5],
  ["AfirgenModelServerUnavailable", "alone", "==", 0],
  ["AfirgenModelServerErrors", "alone", ">", 0.05],
  ["AfirgenModelServerSlow", "alone", ">", 10],
  ["AfirgenQueueBacklog", "quotient", ">", 600],
  ["AfirgenQueueGrowing", "alone", ">", 30],
  ["AfirgenTasksFailing", "alone", ">", 0.1],
  ["AfirgenTasksSlow", "alone", ">", 300],
  // These metrics are in percent.
  ["AfirgenHighCPU", "alone", ">", 85],
  ["AfirgenMemoryExhausted", "alone", ">", 95],
  ["AfirgenHighMemory", "alone", ">", 85],
];
/** One thing and one value do not describe these. */
const others = [
  "AfirgenCacheEvictionsHigh",
  "AfirgenQueueStuck",
  "AfirgenRequestsStuck",
  "HealthCheckFailing",
  "HighLatency",
  "HostDiskFilling",
  "LogLinesNotArriving",
  "LogProgramGone",
  "LowCacheHitRate",
  "ProviderDown",
  "ServiceDegraded",
  "SpaceTimeHealthCertificateNotTrusted",
  "SpaceTimeServiceRestarted",
  "SpaceTimeUnreadCertificate",
  "SpaceTimeUnreadHealth",
  "Watchdog",
];

const compare = {
  "<": (value: number, limit: number) => value < limit,
  ">": (value: number, limit: number) => value > limit,
  "==": (value: number, limit: number) => value === limit,
};

/** The value that is compared, while the plays are in one situation. */
function valueOf(givens: readonly Given[], situation: "ok" | "limit" | "firing", together: Together): number {
  const values = givens.map((given) => ("levels" in given ? Number(given.levels[situation]) : NaN));
  const [first = NaN, second = NaN] = values;
  if (together === "sum") return values.reduce((sum, value) => sum + value, 0);
  // Of a size and what is free of it: the share that is in use.
  if (together === "used") return (first - second) / first;
  return together === "quotient" ? first / second : first;
}

function numberIn(value: unknown): unknown {
  const amount = amountOf(value);
  return amount ? amountIn(amount, "").value : value;
}

describe("the scenario of an alert stays silent at its limit, and fires within a tenth of it", () => {
  test.each(rows)("%s", (name, together, op, limit) => {
    const [scenario, ...more] = scenariosOf(alerts[name]?.scenario);
    if (!scenario) throw new Error(`${name} has no scenario`);
    expect(more).toEqual([]);
    const { given, value: says } = scenario;
    const value = (situation: "ok" | "limit" | "firing") => valueOf(given, situation, together);
    expect(compare[op](value("ok"), limit)).toBe(false);
    expect(compare[op](value("limit"), limit)).toBe(false);
    expect(compare[op](value("firing"), limit)).toBe(true);
    if (op !== "==") expect(value("limit")).toBe(limit);
    // Of a limit of 0 no tenth can be taken; there anything fires.
    if (limit > 0) expect(Math.abs(value("firing") / limit - 1)).toBeLessThan(0.1);
    if (together !== "alone") expect(numberIn(says)).toBe(value("firing"));
  });
});

test("every alert has a scenario", () => {
  expect(Object.keys(alerts).sort()).toEqual([...rows.map(([name]) => name), ...others].sort());
  for (const name of others) expect(scenariosOf(alerts[name]?.scenario)).not.toEqual([]);
});

test("what fires when its series are gone says so", () => {
  const firing = Object.entries(alerts).filter(([, { scenario }]) =>
    scenariosOf(scenario).some(({ whenMissing }) => whenMissing === "firing"),
  );
  expect(firing.map(([name]) => name).sort()).toEqual([
    "AfirgenBackendDown",
    "GatewayzAPIDown",
    "SpaceTimeAPIDown",
    "Watchdog",
  ]);
});

test("a status of the health check fires where it is said, and only there", () => {
  const status = (name: string, index: number) => scenariosOf(alerts[name]?.scenario)[index]?.given ?? [];
  expect(status("ServiceDegraded", 0)).toMatchObject([
    { levels: { ok: "missing", limit: 0, firing: 1 }, series: { matchers: [{}, { value: "degraded" }] } },
  ]);
  expect(status("HealthCheckFailing", 0)).toMatchObject([{ levels: { ok: 1, firing: 0 } }]);
  expect(status("HealthCheckFailing", 1)).toMatchObject([
    { levels: { ok: "missing", limit: 0, firing: 1 }, series: { matchers: [{}, { value: "unhealthy" }] } },
  ]);
});

test("every recording has an example, and one that divides shows that without traffic there is none", () => {
  const recordings = services.flatMap(({ recordings = {} }) => Object.values(recordings));
  const given = recordings.map((recording) => {
    const { name, example } = recordingOf(recording) ?? {};
    return [name, examplesOf(example).map(({ expect: gives }) => numberIn(gives))];
  });
  expect(Object.fromEntries(given)).toEqual({
    "instance:afirgen_requests:rate5m": [42],
    "instance:afirgen_request_errors:ratio_rate5m": [0.05, 0, "missing"],
    "instance_endpoint:afirgen_request_duration_seconds:p95_5m": [2.5, 0.5],
    "instance:afirgen_request_duration_seconds:p99_5m": [5, 0.5],
    "instance:afirgen_db_connection_pool_in_use:ratio": [0.75],
    "instance_table:afirgen_db_query_duration_seconds:p95_5m": [0.5],
    "instance:afirgen_cache_operations:rate5m": [100],
    "instance:afirgen_cache_look_ups:rate5m": [80],
    "instance:afirgen_cache_hits:ratio_rate5m": [0.75, 0, "missing"],
    "instance:afirgen_cache_errors:ratio_rate5m": [0.02, 0, "missing"],
    "instance:afirgen_cache_evictions:ratio_rate5m": [0.1, 0.2, "missing"],
    "instance_server:afirgen_model_server_requests:rate5m": [4],
    "instance_server:afirgen_model_server_errors:ratio_rate5m": [0.05, 0, "missing"],
    "instance_server:afirgen_model_server_latency_seconds:p95_5m": [10, 0.5],
    "instance_queue:afirgen_background_tasks_queued:sum": [43],
    "instance_queue:afirgen_background_tasks_queued:delta30m": [12],
    "instance:afirgen_background_tasks_processed:rate10m": [3],
    "instance:afirgen_background_tasks_queued:drain_time": [600, 60, "missing"],
    "instance_task_type:afirgen_background_tasks_processed:rate10m": [3],
    "instance_task_type:afirgen_background_tasks_failed:ratio_rate10m": [0.1, 0, "missing"],
    "instance_task_type:afirgen_background_task_duration_seconds:p95_30m": [300, 0.95],
    "instance:spacetime_fps:avg5m": [90],
    "instance:spacetime_memory_bytes:sum": [5e9],
    "instance:spacetime_memory_bytes:delta10m": [10e6],
    "instance:spacetime_http_requests:rate5m": [42],
    "instance:spacetime_http_errors:ratio_rate5m": [0.05, 0, "missing"],
    "instance:spacetime_http_request_duration_seconds:p95_5m": [0.5],
    "instance_endpoint:gatewayz_http_requests:rate5m": [42],
    "instance_endpoint:gatewayz_http_errors:ratio_rate5m": [0.04, 0, "missing"],
    "instance:gatewayz_http_errors:ratio_rate5m": [0.06, 0, "missing"],
    "job:http_request_duration_seconds:p95": [0.25],
    "instance:http_api_requests:rate5m": [25],
    "instance:http_api_errors:ratio_rate5m": [0.04, 0, "missing"],
    "instance:scene_load_errors:ratio_rate5m": [0.2, 0, "missing"],
  });
});

/** A number, or a word with a number: what is computed from a threshold would move with it. */
const literal = /^(?:-?[\d.]+|[a-z]\w*\(-?[\d.]+\)|"missing"|\[|\{)/;

test("levels are written as numbers", () => {
  const levels = sourceFiles("definitions/services")
    .concat(sourceFiles("definitions/platform/monitoring"))
    .map(({ text }) => text.replaceAll(/"(?!missing")[^"\n]*"|\/\/.*/g, '""'))
    .flatMap((text) => [...text.matchAll(/\b(?:ok|limit|firing|expect|from): (?=(.*))/g)])
    .map(([, value = ""]) => value);
  expect(levels.length).toBeGreaterThan(rows.length * 2);
  expect(levels.filter((value) => !literal.test(value))).toEqual([]);
});
