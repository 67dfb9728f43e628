// Plays, scenarios and examples that cannot be. Each line under a `@ts-expect-error` must not compile.
import { alert } from "../../generators/language/alert.ts";
import {
  follows,
  grows,
  holds,
  quantile,
  restarts,
  runs,
  share,
  timeLeft,
} from "../../generators/language/plays.ts";
import { days, gigabytes, ms, percent, seconds } from "../../generators/language/quantity.ts";
import { recording } from "../../generators/language/recording.ts";
import type { Severity } from "../../generators/language/severity.ts";
import { app, errorRate5m, infra, shop } from "../language/example-metrics.ts";

const memory = shop.shop_memory_bytes;
const latency = app.http_request_duration_seconds;
const requests = app.http_requests_total;
const expiry = infra.probe_ssl_earliest_cert_expiry;

// @ts-expect-error bytes as a bare number
holds(memory, { quiet: 2, rings: 12 });
// @ts-expect-error bytes as a time
holds(memory, { quiet: gigabytes(2), rings: seconds(12) });
// @ts-expect-error orders as a time
holds(shop.shop_queue, { quiet: 90, rings: ms(11) });
// @ts-expect-error an edge of another unit
holds(memory, { quiet: gigabytes(2), edge: percent(5), rings: gigabytes(12) });
// @ts-expect-error it never rings
holds(shop.shop_queue, { quiet: 90 });
// @ts-expect-error nobody knows what it is when all is well
holds(shop.shop_queue, { rings: 44 });
// @ts-expect-error a misspelt situation
holds(shop.shop_queue, { quiet: 90, egde: 45, rings: 44 });
// @ts-expect-error a misspelt absence
holds(infra.up, { quiet: 1, rings: "mising" });
// @ts-expect-error a counter has no value to hold
holds(requests, { quiet: 1, rings: 2 });
// @ts-expect-error a result is computed, not played
holds(memory.avgOverTime("5m"), { quiet: gigabytes(2), rings: gigabytes(12) });

// @ts-expect-error a histogram has no single series to grow
grows(latency, "5m", { quiet: 0, rings: 4 });
// @ts-expect-error a duration without a unit
grows(requests, "5", { quiet: 0, rings: 4 });
// @ts-expect-error a variable of a dashboard
grows(requests, "$__rate_interval", { quiet: 0, rings: 4 });
// @ts-expect-error growth in another unit
grows(memory, "10m", { quiet: 0, rings: seconds(1) });
// @ts-expect-error a start in another unit
grows(memory, "10m", { quiet: 0, rings: gigabytes(1) }, { from: 5 });
// @ts-expect-error a gauge does not run
runs(memory, { quiet: 0, rings: 4 });
// @ts-expect-error per second it is a bare number
runs(requests, { quiet: 0, rings: percent(5) });

// @ts-expect-error a share as a bare number
share(requests, requests, { quiet: 0, rings: 5 });
// @ts-expect-error a share of gauges
share(memory, memory, { quiet: 0, rings: percent(5) });
// @ts-expect-error a share of things of two kinds
share(requests, infra.process_cpu_seconds_total, { quiet: 0, rings: percent(5) });
// @ts-expect-error a quantile of a counter
quantile(requests, 0.95, { quiet: 1, rings: 2 });
// @ts-expect-error a quantile of seconds as a bare number
quantile(latency, 0.95, { quiet: 0.1, rings: 0.6 });
// @ts-expect-error time left to what is no moment
timeLeft(memory, { quiet: days(60), rings: days(6) });
// @ts-expect-error days as a bare number
timeLeft(expiry, { quiet: 60, rings: 6 });
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
const play = holds(memory, { quiet: gigabytes(2), edge: gigabytes(12), rings: gigabytes(12.1) });

// @ts-expect-error nothing proves it
alert({ ...words, expr });
// @ts-expect-error an alert on bytes does not say seconds
alert({ ...words, expr, scenario: { plays: [play], says: seconds(12) } });
// @ts-expect-error nor a bare number
alert({ ...words, expr, scenario: { plays: [play], says: 12.1e9 } });
// @ts-expect-error a scenario without plays
alert({ ...words, expr, scenario: { says: gigabytes(12.1) } });
// @ts-expect-error a list says at least two
alert({ ...words, expr, scenario: [{ plays: [play] }] });
// @ts-expect-error it is silent or it rings
alert({ ...words, expr, scenario: { plays: [play], whenMissing: "fires" } });
// @ts-expect-error an example of bytes does not give a ratio
recording("instance:memory:sum", memory.sum(), { example: { plays: [play], gives: percent(5) } });
// @ts-expect-error an example gives something
recording("instance:memory:sum", memory.sum(), { example: { plays: [play] } });

// What is right compiles.
holds(infra.up, { quiet: 1, rings: "missing" });
holds(memory, gigabytes(3));
holds(app.disk_used_percent, { quiet: 0, rings: percent(91) });
grows(memory, "10m", { quiet: 0, rings: gigabytes(-1) }, { from: gigabytes(5) });
grows(infra.process_cpu_seconds_total, "1h", { quiet: seconds(1), rings: seconds(9) });
share(requests.where({ status: "500" }), requests.where({ status: "200" }), { quiet: 0, rings: percent(6) });
quantile(latency, 0.99, { quiet: ms(50), rings: ms(600) }, { perSecond: 10 });
timeLeft(expiry, { quiet: days(60), rings: days(6) });
restarts(infra.process_start_time_seconds);
follows(memory, "1m", { quiet: [1], rings: [1, "missing", 3] });
follows(requests, "1m", [1, 2, 3]);
alert({ ...words, expr, scenario: play });
alert({ ...words, expr, scenario: { plays: [play], says: gigabytes(12.1), after: "2h30m" } });
alert({ ...words, expr, scenario: [{ plays: [play] }, { plays: [play], whenMissing: "rings" }] });
recording("instance:memory:sum", memory.sum(), { example: { plays: [play], gives: gigabytes(12.1) } });
recording("job:errors:max", errorRate5m.max(), {
  example: [
    { plays: [], gives: percent(5) },
    { plays: [], gives: "missing" },
  ],
});
