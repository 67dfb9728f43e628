// Durations. Each line under a `@ts-expect-error` is a mistake that must not compile.
import type { Duration, RuleDuration } from "../../generators/language/duration.ts";
import { ruleGroup } from "../../generators/language/rule-group.ts";
import { app } from "../language/example-metrics.ts";

const requests = app.http_requests_total;

// @ts-expect-error no unit
requests.rate("5");
// @ts-expect-error unknown unit
requests.rate("5 minutes");
// @ts-expect-error a number
requests.rate(5);
// @ts-expect-error a fraction
requests.rate("1.5h");
// @ts-expect-error an exponent
requests.rate("5e3s");
// @ts-expect-error units in the wrong order
requests.rate("30m1h");
// @ts-expect-error another variable
requests.rate("$__auto");
// @ts-expect-error a variable of Grafana in a rule
ruleGroup("fast", { every: "$__interval" });

// What is right compiles.
export const durations: readonly Duration[] = ["5m", "90s", "1h30m", "1d12h", "500ms", "$__rate_interval"];
export const inRules: readonly RuleDuration[] = ["5m", "1m30s", "2w", "1y", "1s500ms"];
