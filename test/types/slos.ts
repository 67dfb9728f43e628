// SLOs and their indicators. Each line under a `@ts-expect-error` is a mistake that must not compile.
import { holds } from "../../generators/language/given.ts";
import { percent, seconds } from "../../generators/language/quantity.ts";
import { failing } from "../../generators/language/slo/failing.ts";
import { slo } from "../../generators/language/slo/slo.ts";
import { slowerThan } from "../../generators/language/slo/slower-than.ts";
import { timeIn } from "../../generators/language/slo/time-in.ts";
import { otherMetrics, plainSlo, shopMetrics } from "../language/example-slo.ts";

const { orders_total: orders, order_seconds: latency, queue_length: queue } = shopMetrics;
const words = "of the orders fail";
const scenario = holds(queue, { ok: 2, limit: 20, firing: 21 });

// What is right.
slo("orders", plainSlo);
slo("orders-2", { ...plainSlo, owner: "The shop's team", window: ["30d", "28d"] });
failing(shopMetrics.refused_total, { of: orders, words });
slo("orders", plainSlo).badShare("1h").gt(percent(5));
slo("orders", plainSlo).budgetLeft("30d").lt(percent(25));
const page = {
  ...plainSlo.alerting.page,
  for: "2m",
  actions: ["Look."],
  branches: [{ budget: percent(2), long: "1h", short: "5m" }],
} as const;
slo("orders", { ...plainSlo, alerting: { page, ticket: page } });

// @ts-expect-error a name of an export
slo("OrdersFail", plainSlo);
// @ts-expect-error a name of a metric
slo("orders_fail", plainSlo);
// @ts-expect-error two dashes would be one underscore more in each recording
slo("orders--fail", plainSlo);
// @ts-expect-error a dash without a word
slo("orders-", plainSlo);
// @ts-expect-error no word at all
slo("", plainSlo);
// @ts-expect-error an objective as a bare number
slo("orders", { ...plainSlo, objective: 99.9 });
// @ts-expect-error an objective as a time
slo("orders", { ...plainSlo, objective: seconds(99) });
// @ts-expect-error a window of a week
slo("orders", { ...plainSlo, window: "7d" });
// @ts-expect-error no window
slo("orders", { ...plainSlo, window: [] });
// @ts-expect-error one window twice
slo("orders", { ...plainSlo, window: ["30d", "30d"] });
// @ts-expect-error one window as a list
slo("orders", { ...plainSlo, window: ["30d"] });
// @ts-expect-error an expression is no indicator: what it is of is not said
slo("orders", { ...plainSlo, indicator: orders.rate("5m") });
// @ts-expect-error only a page
slo("orders", { ...plainSlo, alerting: { page } });
// @ts-expect-error a page at nothing
slo("orders", { ...plainSlo, alerting: { page: { ...page, branches: [] }, ticket: page } });
// @ts-expect-error a misspelt option
slo("orders", { ...plainSlo, minimunTraffic: 1 });
// @ts-expect-error a window of its dashboard only, which no alert has
slo("orders", plainSlo).budgetLeft("7d");

// @ts-expect-error counters of two jobs: a share of each other they cannot be
failing(orders, { of: otherMetrics.orders_total, words });
// @ts-expect-error a gauge does not count what happened
failing(queue, { of: orders, words });
// @ts-expect-error a rate: which counter it is of would not be known
failing(orders.rate("5m"), { of: orders, words });
// @ts-expect-error of what?
failing(orders, { words });
// @ts-expect-error how would an alert say it?
failing(orders, { of: orders });

// @ts-expect-error a bound that is no bucket
slowerThan(latency, "0.3", { words });
// @ts-expect-error nothing is slower than that
slowerThan(latency, "+Inf", { words });
// @ts-expect-error a bound as a quantity: it is the label of a bucket
slowerThan(latency, seconds(0.5), { words });
// @ts-expect-error a counter has no buckets
slowerThan(orders, "0.5", { words });

// @ts-expect-error a value is no condition
timeIn(queue, { of: queue, words, scenario });
// @ts-expect-error measured on another job
timeIn(queue.gt(20), { of: otherMetrics.queue_length, words, scenario });
// @ts-expect-error a condition without a scenario
timeIn(queue.gt(20), { of: queue, words });
