// The SLOs that the tests of the language speak of.
import { percent } from "../../generators/language/quantity.ts";
import { counter, gauge, histogram } from "../../generators/language/metric-definition.ts";
import { metrics } from "../../generators/language/metric.ts";
import { holds } from "../../generators/language/given.ts";
import { scrapeJob } from "../../generators/language/scrape-job.ts";
import { severity } from "../../generators/language/alert.ts";
import { failing } from "../../generators/language/slo/failing.ts";
import { slowerThan } from "../../generators/language/slo/slower-than.ts";
import { timeIn } from "../../generators/language/slo/time-in.ts";

const red = severity("red", { rank: 1, response: "now", color: "red" });
const yellow = severity("yellow", { rank: 2, response: "today", color: "yellow" });

export const shopJob = scrapeJob("shop-api", { description: "The shop.", targets: ["localhost:8080"] });
const otherJob = scrapeJob("other-api", { description: "Another shop.", targets: ["localhost:8081"] });

const statuses = ["200", "404", "500"] as const;

export const shopMetrics = metrics(shopJob, {
  orders_total: counter({ help: "Orders.", unit: "orders", labels: { status: statuses, channel: "*" } }),
  refused_total: counter({ help: "Orders that were refused.", unit: "refusals", labels: { channel: "*" } }),
  order_seconds: histogram({
    help: "How long orders took.",
    unit: "seconds",
    labels: { channel: "*" },
    buckets: [0.1, 0.5, 1],
  }),
  queue_length: gauge({ help: "Orders that wait.", unit: "orders" }),
});
export const otherMetrics = metrics(otherJob, {
  orders_total: counter({ help: "Orders.", unit: "orders" }),
  queue_length: gauge({ help: "Orders that wait.", unit: "orders" }),
});

const { orders_total: orders, order_seconds: latency, queue_length: queue } = shopMetrics;

export const ordersFail = failing(orders.where({ status: "500" }), {
  of: orders,
  words: "of the orders fail",
});
export const ordersAreSlow = slowerThan(latency, "0.5", { words: "of the orders take longer than 500 ms" });
export const queueIsLong = timeIn(queue.gt(20), {
  of: queue,
  words: "of the time the queue is too long",
  scenario: holds(queue, { ok: 2, limit: 20, firing: 21 }),
});

/** What an SLO must have: `slo("orders", { ...plainSlo, window: "28d" })`. */
export const plainSlo = {
  title: "Orders are taken",
  description: "Orders are what the shop lives on.",
  impact: "Nobody can buy.",
  component: "orders",
  objective: percent(99.9),
  window: "30d",
  indicator: ordersFail,
  minimumTraffic: 0.5,
  alerting: { page: { severity: red }, ticket: { severity: yellow } },
} as const;
