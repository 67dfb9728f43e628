// Givens, scenarios and examples that cannot be. Each line under a `@ts-expect-error` must not compile.
import { alert, type Severity } from "../../generators/language/alert.ts";
import {
  follows,
  grows,
  holds,
  quantile,
  restarts,
  runs,
  share,
  timeLeft,
} from "../../generators/language/given.ts";
import { days, gigabytes, ms, percent, seconds } from "../../generators/language/quantity.ts";
import { recording } from "../../generators/language/recording.ts";
import { app, errorRate5m, infra, shop } from "../language/example-metrics.ts";

const memory = shop.shop_memory_bytes;
const latency = app.http_request_duration_seconds;
const requests = app.http_requests_total;
const expiry = infra.probe_ssl_earliest_cert_expiry;

// @ts-expect-error bytes as a bare number
holds(memory, { ok: 2, firing: 12 });
// @ts-expect-error bytes as a time
holds(memory, { ok: gigabytes(2), firing: seconds(12) });
// @ts-expect-error orders as a time
holds(shop.shop_queue, { ok: 90, firing: ms(11) });
// @ts-expect-error an edge of another unit
holds(memory, { ok: gigabytes(2), limit: percent(5), firing: gigabytes(12) });
// @ts-expect-error it never fires
holds(shop.shop_queue, { ok: 90 });
// @ts-expect-error nobody knows what it is when all is well
holds(shop.shop_queue, { firing: 44 });
// @ts-expect-error a misspelt situation
holds(shop.shop_queue, { ok: 90, egde: 45, firing: 44 });
// @ts-expect-error a misspelt absence
holds(infra.up, { ok: 1, firing: "mising" });
// @ts-expect-error a counter has no value to hold
holds(requests, { ok: 1, firing: 2 });
// @ts-expect-error a result is computed, not played
holds(memory.avgOverTime("5m"), { ok: gigabytes(2), firing: gigabytes(12) });

// @ts-expect-error a histogram has no single series to grow
grows(latency, "5m", { ok: 0, firing: 4 });
// @ts-expect-error a duration without a unit
grows(requests, "5", { ok: 0, firing: 4 });
// @ts-expect-error a variable of a dashboard
grows(requests, "$__rate_interval", { ok: 0, firing: 4 });
// @ts-expect-error growth in another unit
grows(memory, "10m", { ok: 0, firing: seconds(1) });
// @ts-expect-error a start in another unit
grows(memory, "10m", { ok: 0, firing: gigabytes(1) }, { from: 5 });
// @ts-expect-error a gauge does not run
runs(memory, { ok: 0, firing: 4 });
// @ts-expect-error per second it is a bare number
runs(requests, { ok: 0, firing: percent(5) });

// @ts-expect-error a share as a bare number
share(requests, requests, { ok: 0, firing: 5 });
// @ts-expect-error a share of gauges
share(memory, memory, { ok: 0, firing: percent(5) });
// @ts-expect-error a share of things of two kinds
share(requests, infra.process_cpu_seconds_total, { ok: 0, firing: percent(5) });
// @ts-expect-error a quantile of a counter
quantile(requests, 0.95, { ok: 1, firing: 2 });
// @ts-expect-error a quantile of seconds as a bare number
quantile(latency, 0.95, { ok: 0.1, firing: 0.6 });
// @ts-expect-error time left to what is not a timestamp
timeLeft(memory, { ok: days(60), firing: days(6) });
// @ts-expect-error days as a bare number
timeLeft(expiry, { ok: 60, firing: 6 });
// @ts-expect-error a counter that changes is a counter
restarts(requests);
// @ts-expect-error samples without their distance
follows(memory, [1, 2, 3]);

declare const severity: Severity;
const words = {
  severity,
  component: "memory",
  for: "5m",
  summary: "Memory",
  description: "Memory.",
  impact: "None.",
  actions: ["Look."],
} as const;
const expr = memory.sumBy("instance").gt(gigabytes(12));
const given = holds(memory, { ok: gigabytes(2), limit: gigabytes(12), firing: gigabytes(12.1) });

// @ts-expect-error no scenario
alert({ ...words, expr });
// @ts-expect-error an alert on bytes does not say seconds
alert({ ...words, expr, scenario: { given: [given], value: seconds(12) } });
// @ts-expect-error nor a bare number
alert({ ...words, expr, scenario: { given: [given], value: 12.1e9 } });
// @ts-expect-error a scenario without plays
alert({ ...words, expr, scenario: { value: gigabytes(12.1) } });
// @ts-expect-error a list says at least two
alert({ ...words, expr, scenario: [{ given: [given] }] });
// @ts-expect-error it is silent or it fires
alert({ ...words, expr, scenario: { givens: [given], whenMissing: "fires" } });
// @ts-expect-error what holds from some time on does not come and go
alert({ ...words, expr, scenario: { given: [given], after: "10m", within: "20m" } });
// @ts-expect-error a time without a unit
alert({ ...words, expr, scenario: { given: [given], within: "20" } });
// @ts-expect-error a label is a text
alert({ ...words, expr, scenario: { given: [given], labels: { code: 500 } } });
// @ts-expect-error an alert on bytes ends at no time
alert({ ...words, expr, resolvesAt: seconds(1), scenario: given });
// @ts-expect-error nor at a bare number
alert({ ...words, expr, resolvesAt: 11, scenario: given });
// @ts-expect-error an example of bytes does not give a ratio
recording("instance:memory:sum", memory.sum(), { example: { given: [given], expect: percent(5) } });
// @ts-expect-error an example gives something
recording("instance:memory:sum", memory.sum(), { example: { given: [given] } });

// What is right compiles.
holds(infra.up, { ok: 1, firing: "missing" });
holds(memory, gigabytes(3));
holds(app.disk_used_percent, { ok: 0, firing: percent(91) });
grows(memory, "10m", { ok: 0, firing: gigabytes(-1) }, { from: gigabytes(5) });
grows(infra.process_cpu_seconds_total, "1h", { ok: seconds(1), firing: seconds(9) });
share(requests.where({ status: "500" }), requests.where({ status: "200" }), { ok: 0, firing: percent(6) });
quantile(latency, 0.99, { ok: ms(50), firing: ms(600) }, { perSecond: 10 });
timeLeft(expiry, { ok: days(60), firing: days(6) });
restarts(infra.process_start_time_seconds);
follows(memory, "1m", { ok: [1], firing: [1, "missing", 3] });
follows(requests, "1m", [1, 2, 3]);
alert({ ...words, expr, scenario: given });
alert({ ...words, expr, resolvesAt: gigabytes(11), scenario: { given: [given], ending: [given] } });
alert({ ...words, expr, scenario: { given: [given], value: gigabytes(12.1), after: "2h30m" } });
alert({ ...words, expr, scenario: { given: [given], within: "2h30m", labels: { code: "500" } } });
alert({ ...words, expr, scenario: [{ given: [given] }, { given: [given], whenMissing: "firing" }] });
recording("instance:memory:sum", memory.sum(), { example: { given: [given], expect: gigabytes(12.1) } });
recording("job:errors:max", errorRate5m.max(), {
  example: [
    { given: [], expect: percent(5) },
    { given: [], expect: "missing" },
  ],
});
