import { expect, test } from "vitest";
import { completedSeries } from "../../scripts/simulate/complete-series.ts";
import { knownScenario } from "../../scripts/simulate/known-scenario.ts";
import type { Motion } from "../../scripts/simulate/motion.ts";
import { healthyPlan, scenarioPlan } from "../../scripts/simulate/plan.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import type { SimulatedSeries } from "../../scripts/simulate/series.ts";
import { model } from "../slo/small-slos.ts";

const series = completedSeries(seriesOfModel(model), model.alerts);
const stage = { series, alerts: model.alerts, speed: 1, startedMs: 0, sampleOf: () => undefined };
const healthy = healthyPlan(stage);

function firing(alert: string): ReadonlyMap<SimulatedSeries, Motion> {
  const search = knownScenario(alert, model, series);
  if ("complaint" in search) throw new Error(search.complaint);
  return scenarioPlan(search.scenario, stage);
}

/** What a metric does, by a label of its series or without one. */
function motionsOf(
  plan: ReadonlyMap<SimulatedSeries, Motion>,
  metric: string,
  label = "",
): Record<string, unknown> {
  const own = [...plan].filter(([one]) => one.metric === metric);
  return Object.fromEntries(
    own.map(([{ labels }, motion]) => [
      labels[label] ?? metric,
      motion.kind === "linear" ? (motion.from ?? motion.perSecond) : motion.kind,
    ]),
  );
}

test("the alerts of an SLO are played on what the targets have, not on its recordings", () => {
  expect(motionsOf(healthy, "shop_orders_total", "channel")).toEqual({ web: [100], phone: [0] });
  expect(motionsOf(firing("WebOrdersBurnsFast30d"), "shop_orders_total", "channel")).toEqual({
    web: [0],
    phone: [100],
  });
  expect(motionsOf(firing("ShortQueueBurnsSlowly"), "shop_queue")).toEqual({ shop_queue: [21] });
  expect(motionsOf(healthy, "shop_queue")).toEqual({ shop_queue: [2] });
});

test("what burns slowly on targets does not burn fast: its page would silence it", () => {
  // Its limits are 3 and 1 times the budget of 0.1 %, those of the page 14.4 and 6 times.
  const { web, phone } = motionsOf(firing("WebOrdersBurnsSlowly30d"), "shop_orders_total", "channel");
  expect([web, phone]).toEqual([[99.576], [0.424]]);
});

test("of a histogram hardly any observation is above the bound when all is well, and nearly all when it fires", () => {
  const aboveBound = (plan: ReadonlyMap<SimulatedSeries, Motion>) => {
    const [motion] = [...plan].flatMap(([one, said]) => (one.metric === "shop_order_seconds" ? [said] : []));
    if (motion?.kind !== "linear") throw new Error("the histogram does not move");
    // Buckets 0.1, 0.5, 1 and infinity, each with what the ones before it have.
    const [, within = 0, , all = 0] = motion.perSecond;
    return (all - within) / all;
  };
  expect(aboveBound(healthy)).toBeCloseTo(0.0001, 6);
  expect(aboveBound(firing("QuickOrdersBurnsFast"))).toBeCloseTo(0.9999, 6);
});
