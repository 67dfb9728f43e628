import { alert, holds, promql, ruleGroup, runs } from "signalbox";
import type { Given } from "./given.ts";
import type { Jobs } from "./jobs.ts";
import type { Metrics } from "./metrics.ts";
import type { Orders } from "./orders.ts";
import type { Policies } from "./policies.ts";

export function fewOrdersOf(given: Given, { critical }: Policies, { web, orderRate }: Orders) {
  return alert(
    given("alert", {
      severity: critical,
      component: "sales",
      expr: orderRate.lt(given("lt", 1)),
      for: "5m",
      keepFiringFor: "5m",
      resolvesAt: given("resolvesAt", 2),
      labels: { team: "sales" },
      named: "Few orders (<1/s)",
      group: ruleGroup(given("ruleGroup name", "shop_orders"), given("ruleGroup", { every: "30s" })),
      scenario: {
        given: [runs(web, given("levels", { ok: 3, limit: 1, firing: 0.9375 }))],
        ending: [runs(web, given("ending", { ok: 2.1, firing: 1.5 }))],
        whenMissing: "silent",
      },
      summary: ({ labels, value }) => `${labels.instance} takes ${value}`,
      description: ({ threshold }) => `There were fewer than ${threshold} for 5 minutes.`,
      impact: "Nobody can buy.",
      actions: ["Read the log of the shop."],
      equivalentMutants: {},
    }),
  );
}

export function longQueueOf(given: Given, { critical }: Policies, { sales }: Metrics) {
  return alert(
    given("second alert", {
      severity: critical,
      component: "queue",
      expr: promql<{}, "people">`${sales.shop_queue_length} > 100`,
      for: "5m",
      scenario: holds(sales.shop_queue_length, given("holds", { ok: 3, firing: 200 })),
      summary: "Too many wait",
      description: "They will leave.",
      impact: "People leave.",
      actions: ["Open another till."],
    }),
  );
}

export function frontDownOf({ critical }: Policies, { front }: Jobs) {
  return alert({
    severity: critical,
    component: "front",
    expr: front.up.eq(0),
    for: "5m",
    downOf: front,
    scenario: holds(front.up, { ok: 1, firing: 0 }),
    summary: "The shop is shut",
    description: "It does not answer.",
    impact: "Nobody can buy.",
    actions: ["Start it."],
  });
}
