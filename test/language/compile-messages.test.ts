// The most usual mistakes, and the part of the compiler's message that tells how to fix them.
import { beforeAll, describe, expect, test } from "vitest";
import { compileMessages, fromRoot } from "./compile.ts";

const preamble = `
import { alert } from ${fromRoot("generators/language/alert.ts")};
import type { AlertMatch } from ${fromRoot("generators/language/routing.ts")};
import { asLabel } from ${fromRoot("generators/language/json-endpoint.ts")};
import { jsonEndpoint } from ${fromRoot("generators/language/json-endpoint.ts")};
import { jsonFields } from ${fromRoot("generators/language/json-endpoint.ts")};
import { holds } from ${fromRoot("generators/language/given.ts")};
import { number } from ${fromRoot("generators/language/expression/number-before.ts")};
import { recording } from ${fromRoot("generators/language/recording.ts")};
import type { Severity } from ${fromRoot("generators/language/alert.ts")};
import type { AlertCondition } from ${fromRoot("generators/language/expression/expression.ts")};
import { metrics } from ${fromRoot("generators/language/metric.ts")};
import { counter, gauge, histogram } from ${fromRoot("generators/language/metric-definition.ts")};
import { gigabytes, ms, percent, ratio } from ${fromRoot("generators/language/quantity.ts")};
import { failing } from ${fromRoot("generators/language/slo/failing.ts")};
import { slo } from ${fromRoot("generators/language/slo/slo.ts")};
import { slowerThan } from ${fromRoot("generators/language/slo/slower-than.ts")};
import { app, errorRate5m, infra, shop } from ${fromRoot("test/language/example-metrics.ts")};
import { otherMetrics, plainSlo, shopMetrics } from ${fromRoot("test/language/example-slo.ts")};
const { http_requests_total, http_request_duration_seconds } = app;
const { up, build_info } = infra;
const rate = http_requests_total.rate("5m");
declare function alertWhen(condition: AlertCondition<{}>): void;
declare function matching(match: AlertMatch): void;
declare const severity: Severity;
const texts = { summary: "Slow", description: "Slow.", impact: "None.", actions: ["Look."] } as const;
const about = { ...texts, severity, component: "orders", for: "5m" } as const;
const sample = { state: "open" } as const;
const till = jsonEndpoint("till", { description: "A till.", targets: ["http://localhost:1"], sample });
const { till_state, till_drawer } = metrics(till, {
  till_state: gauge({ help: "State.", unit: "bool", labels: { state: ["open", "shut"], word: "*" } }),
  till_drawer: gauge({ help: "State.", unit: "bool", labels: { state: ["in", "out"] } }),
});
export const ofJson = [asLabel, jsonFields, till_state, till_drawer];
export const proving = [alert, holds, gigabytes, about];
export const words = [number, recording, counter, histogram, metrics, ms, percent, ratio, errorRate5m, shop];
export const slos = [failing, slo, slowerThan, otherMetrics, plainSlo, shopMetrics];
export const handles = [matching, http_request_duration_seconds, up, build_info, rate, alertWhen];
`;

interface Mistake {
  readonly code: string;
  readonly says: string;
}

const mistakes: Readonly<Record<string, Mistake>> = {
  "an alert by its name among the labels of a match": {
    code: 'matching({ labels: { alertname: "ShopDown" } });',
    says: "write alert: and the alert's export, not its name",
  },
  "an alert by its name": {
    code: 'matching({ alert: "ShopDown" });',
    says: "Type 'string' is not assignable to type 'AlertDefinition | readonly AlertDefinition[]'",
  },
  "a misspelt metric": {
    code: "void app.http_request_total;",
    says: "Did you mean 'http_requests_total'?",
  },
  "a misspelt metric of a program that answers JSON": {
    code: "const { till_state: a } = metrics(till, { till_state: gauge({ help: 'x', unit: 'bool' }) }); void metrics(till, {}).till_stat; void a;",
    says: `Property 'till_stat' does not exist on type 'HandlesOf<JobLabels<"till", {}>, {}, "job">'`,
  },
  "a misspelt recording": {
    code: "errorRat5m.gt(percent(5));",
    says: "Did you mean 'errorRate5m'?",
  },
  "a misspelt label in where()": {
    code: 'http_requests_total.where({ stauts: "500" });',
    says: "Did you mean to write 'status'?",
  },
  "a value that the label never has": {
    code: 'http_requests_total.where({ method: "GTE" });',
    says: `Type '"GTE"' is not assignable to type 'Matcher<"DELETE" | "GET" | "POST" | "PUT">'`,
  },
  "a misspelt label in by()": {
    code: 'rate.sumBy("endpont");',
    says: `'"endpoint" | "instance" | "job" | "method" | "status"'`,
  },
  "a label that an earlier aggregation dropped": {
    code: 'rate.sumBy("job", "endpoint").sumBy("method");',
    says: `Argument of type '"method"' is not assignable to parameter of type '"endpoint" | "job"'`,
  },
  "sides that never match": {
    code: 'rate.sumBy("job").div(rate.sumBy("job", "instance"));',
    says: "these never match: only the right side has the label 'instance'; add { on: […] } or { ignoring: […] }",
  },
  "a total divided by its parts": {
    code: 'rate.sumBy("job").div(rate.sum());',
    says: "these never match: only the left side has the label 'job'; add { on: […] } or { ignoring: […] }",
  },
  "a join on a label that is not on both sides": {
    code: 'rate.div(rate.sum(), { on: ["job"] });',
    says: `Type '"job"' is not assignable to type '"(no label is on both sides)"'`,
  },
  "a label taken over from a side without any": {
    code: 'rate.div(rate.sum(), { on: [], groupLeft: ["job"] });',
    says: `Type '"job"' is not assignable to type '"(the right side has no label)"'`,
  },
  "a bare number before a ratio": {
    code: "number(1).sub(errorRate5m);",
    says: "the other side is in ratio, and a bare number has no unit; write an amount, such as number(percent(5))",
  },
  "a misspelt option of a join": {
    code: 'rate.div(build_info, { on: ["job"], group_left: ["version"] });',
    says: "Did you mean to write 'groupLeft'?",
  },
  "a misspelt label that a join takes over": {
    code: 'rate.div(build_info, { on: ["job"], groupLeft: ["verison"] });',
    says: `Did you mean '"version"'?`,
  },
  "a rate of a gauge": {
    code: 'shop.shop_memory_bytes.rate("5m");',
    says: `Property 'rate' does not exist on type 'Gauge<{ job: string; instance: string; type: "dynamic" | "static" | "video"; }, "bytes", never>'`,
  },
  "a counter as it is": {
    code: "http_requests_total.gt(100);",
    says: "Property 'gt' does not exist on type 'Counter<",
  },
  "a quantile without le": {
    code: 'http_request_duration_seconds.bucket.rate("5m").sumBy("job").histogramQuantile(0.95);',
    says: `Property 'histogramQuantile' does not exist on type 'Vector<{ job: string; }, "count/s">'`,
  },
  "a bucket that is not there": {
    code: 'http_request_duration_seconds.atMost("0.3");',
    says: `'"+Inf" | "0.05" | "0.1" | "0.25" | "0.5" | "1" | "2.5"'`,
  },
  "percent as a bare number": {
    code: "errorRate5m.gt(5);",
    says: `Argument of type '5' is not assignable to parameter of type '0 | ExprIn<"none" | "ratio"> | Quantity<"ratio">'`,
  },
  "a ratio over 1": {
    code: "errorRate5m.gt(ratio(5));",
    says: "ratio(5) is outside 0…1; did you mean percent(5)? For a multiple, use factor(5)",
  },
  "time for a ratio": {
    code: "errorRate5m.gt(ms(5));",
    says: `Type '"time"' is not assignable to type '"ratio"'`,
  },
  "a duration without a unit": {
    code: 'http_requests_total.rate("5");',
    says: `Argument of type '"5"' is not assignable to parameter of type 'Duration'`,
  },
  "an alert that would always fire": {
    code: "alertWhen(errorRate5m);",
    says: "Property '[condition]' is missing in type 'Gauge<",
  },
  "an alert that nothing proves": {
    code: "alert({ ...about, expr: shop.shop_queue.lt(45) });",
    says: "Property 'scenario' is missing in type",
  },
  "a level in another unit": {
    code: "holds(shop.shop_memory_bytes, { ok: gigabytes(2), firing: ms(12) });",
    says: `Type '"time"' is not assignable to type '"data"'`,
  },
  "a name of a recording without levels": {
    code: 'recording("http_error_rate", errorRate5m, { example: { given: [], expect: 0 } });',
    says: "'http_error_rate' must be level:metric:operations, such as 'job:http_requests:rate5m'",
  },
  "a label in absent() that the metric has not": {
    code: 'up.absent({ jbo: "x" });',
    says: "'jbo' does not exist in type",
  },
  "a text as a sample": {
    code: "jsonFields(till, { state: till_state });",
    says: `"bool", "job">' is not assignable to type 'LeftOut | TextLabel<"open">'`,
  },
  "a text that the label never has": {
    code: 'jsonFields(till, { state: asLabel(till_drawer, "state") });',
    says: `Type '"open"' is not assignable to type '"in" | "out"'`,
  },
  "a text for a label that may have any value": {
    code: 'asLabel(till_state, "word");',
    says: "list the values that the label 'word' may have",
  },
  "a metric without help": {
    code: 'metrics({}, { x_total: counter({ labels: { a: "*" } }) });',
    says: "Property 'help' is missing",
  },
  "a histogram without buckets": {
    code: 'metrics({}, { x_seconds: histogram({ help: "x", unit: "seconds" }) });',
    says: "Property 'buckets' is missing",
  },
  "a bound of an SLO that is no bucket": {
    code: 'slowerThan(shopMetrics.order_seconds, "0.3", { words: "of the orders are slow" });',
    says: `Argument of type '"0.3"' is not assignable to parameter of type '"0.1" | "0.5" | "1"'`,
  },
  "an id of an SLO like the name of an export": {
    code: 'slo("OrdersFail", plainSlo);',
    says: "'OrdersFail' must be lowercase letters and digits with single dashes, such as 'http-api-availability'",
  },
  "a window of an SLO that is too short": {
    code: 'slo("orders", { ...plainSlo, window: "7d" });',
    says: `Type '"7d"' is not assignable to type '"28d" | "30d" | readonly ["28d", "30d"] | readonly ["30d", "28d"]'`,
  },
  "an objective as a bare number": {
    code: 'slo("orders", { ...plainSlo, objective: 99.9 });',
    says: `Type 'number' is not assignable to type 'Quantity<"ratio">'`,
  },
  "an SLO of two jobs": {
    code: 'failing(shopMetrics.orders_total, { of: otherMetrics.orders_total, words: "of the orders fail" });',
    says: `Type 'Counter<{ instance: string; job: "other-api"; }, "orders", "job">' is not assignable to type 'CounterOf<"shop-api">'`,
  },
};

/** The name of the file that holds a mistake. */
const fileOf = (name: string) => name.replaceAll(/\W+/g, "-");

let messages: ReadonlyMap<string, string>;
beforeAll(() => {
  const files = Object.entries(mistakes).map(([name, { code }]) => [fileOf(name), preamble + code]);
  messages = compileMessages({ ...Object.fromEntries(files), nothing: preamble });
});

test("without a mistake the compiler says nothing", () => {
  expect(messages.get("nothing")).toBe("");
});

describe.each(Object.entries(mistakes))("%s", (name, { says }) => {
  test("is refused with a message that tells how to fix it", () => {
    expect(messages.get(fileOf(name))).toContain(says);
  });
});
