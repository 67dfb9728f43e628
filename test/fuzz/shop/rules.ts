import { failing, percent, slo } from "signalbox";
import { fewOrdersOf, frontDownOf, longQueueOf } from "./alerts.ts";
import type { Given } from "./given.ts";
import type { Jobs } from "./jobs.ts";
import type { Metrics } from "./metrics.ts";
import { ordersOf, type Orders } from "./orders.ts";
import type { Policies } from "./policies.ts";

export type Rules = ReturnType<typeof rulesOf>;

export function rulesOf(given: Given, policies: Policies, jobs: Jobs, metrics: Metrics) {
  const orders = ordersOf(given, metrics);
  return {
    recordings: { orderRate: orders.orderRate },
    alerts: {
      FewOrders: fewOrdersOf(given, policies, orders),
      LongQueue: longQueueOf(given, policies, metrics),
      FrontDown: frontDownOf(policies, jobs),
    },
    slos: { succeed: succeedOf(given, policies, orders) },
  };
}

function succeedOf(given: Given, { critical }: Policies, { orders, web }: Orders) {
  return slo(
    given("slo id", "shop-orders"),
    given("slo", {
      title: "Orders succeed",
      description: "Whoever orders wants to pay.",
      impact: "People give up.",
      component: "orders",
      objective: percent(99.5),
      window: "30d",
      indicator: failing(web, given("failing", { of: orders, words: "of the orders fail" })),
      minimumTraffic: 0.05,
      alerting: { page: { severity: critical }, ticket: { severity: critical, for: "5m" } },
      allow: { "slos-are-heard-at-night": "nobody buys then" },
    }),
  );
}
