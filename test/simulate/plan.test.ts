import { describe, expect, test } from "vitest";
import { counter, gauge, grows, holds, metrics, percent, runs, scrapeJob } from "signalbox";
import type { Given } from "../../generators/language/given.ts";
import { healthyPlan, scenarioPlan, type Stage } from "../../scripts/simulate/plan.ts";
import type { SimulatedSeries } from "../../scripts/simulate/series.ts";
import { sharesOf, spread } from "../../scripts/simulate/shares.ts";

const job = scrapeJob("shop", { description: "A shop.", targets: ["a:1"] });
const { queue, load, requests_total, up_to_date } = metrics(job, {
  queue: gauge({ help: "Queue.", unit: "jobs" }),
  load: gauge({ help: "Load.", unit: "ratio", labels: { disk: "*" } }),
  requests_total: counter({ help: "Requests.", unit: "requests", labels: { status: ["200", "500"] } }),
  up_to_date: gauge({ help: "Up to date.", unit: "bool" }),
});

function series(metric: string, facts: Partial<SimulatedSeries> = {}): SimulatedSeries {
  const target = { job: "shop", instance: "a:1" };
  const usual = {
    type: "gauge",
    unit: "count",
    labels: {},
    bounds: [],
    isMeasured: false,
    everyMs: 15_000,
  } as const;
  return { ...target, ...usual, metric, targetLabels: target, ...facts };
}

const queueOf = series("queue");
const requestsOf = ["200", "500"].map((status) =>
  series("requests_total", { type: "counter", unit: "requests", labels: { status } }),
);

const alertOf = (rank: number, ...given: Given[]) => ({ severity: { rank }, scenarios: [{ given }] });

function stageOf(...alerts: Stage["alerts"]): Stage {
  return { series: [queueOf, ...requestsOf], alerts, speed: 1, startedMs: 0, sampleOf: () => undefined };
}

const ratesIn = (plan: ReturnType<typeof healthyPlan>) =>
  requestsOf.map((one) => {
    const motion = plan.get(one);
    return motion?.kind === "linear" ? motion.perSecond[0] : undefined;
  });

describe("when all is well", () => {
  test("where scenarios differ, the alert of the least severity says what is healthy", () => {
    const severe = alertOf(1, holds(queue, { ok: 50, firing: 90 }));
    const slight = alertOf(5, holds(queue, { ok: 5, firing: 10 }));
    for (const alerts of [
      [severe, slight],
      [slight, severe],
    ]) {
      expect(healthyPlan(stageOf(...alerts)).get(queueOf)).toEqual({
        kind: "linear",
        from: [5],
        perSecond: [0],
      });
    }
  });

  test("of what nobody sums up all series are as well as the one that the scenario speaks of", () => {
    const given = holds(load, percent(20));
    const loads = ["a", "b"].map((labels) => series("load", { unit: "ratio", labels: { disk: labels } }));
    const plan = healthyPlan({ ...stageOf(alertOf(1, given)), series: loads });
    expect(loads.map((one) => plan.get(one))).toEqual(
      loads.map(() => ({ kind: "linear", from: [0.2], perSecond: [0] })),
    );
  });

  test("a gauge whose trend a rule looks at does not sway", () => {
    const rising = grows(queue, "1h", { ok: 0, firing: 90 });
    const swaying = holds(queue, { ok: 50, firing: 90 });
    const motionWith = (...given: Given[]) =>
      healthyPlan(stageOf(...given.map((given, index) => alertOf(9 - index, given)))).get(queueOf);
    expect(motionWith(swaying)).toHaveProperty("valueSway");
    expect(motionWith(swaying, rising)).not.toHaveProperty("valueSway");
  });

  test("traffic that a scenario speaks of is spread over its series, hardly any of it fails, and only one scenario speaks of it", () => {
    const all = alertOf(5, runs(requests_total, { ok: 8, firing: 90 }));
    const some = alertOf(1, runs(requests_total.where({ status: "500" }), { ok: 3, firing: 90 }));
    expect(ratesIn(healthyPlan(stageOf(some, all)))).toEqual([8 * 0.9998, 8 * 0.0002]);
  });

  test("beside what a scenario names, the series of its metric have a hundredth of what is usual", () => {
    const some = alertOf(1, runs(requests_total.where({ status: "500" }), { ok: 3, firing: 90 }));
    expect(ratesIn(healthyPlan(stageOf(some)))).toEqual([10 * (0.9998 * 0.01), 3]);
  });

  test("traffic that no scenario speaks of is ten requests a second, all together", () => {
    expect(ratesIn(healthyPlan(stageOf()))).toEqual([10 * 0.9998, 10 * 0.0002]);
  });
});

describe("when it fires", () => {
  test("the first series of a selector has all of it, the others of its metric nothing; other metrics stay as they are", () => {
    const plan = scenarioPlan({ given: [runs(requests_total, { ok: 8, firing: 90 })] }, stageOf());
    expect(ratesIn(plan)).toEqual([90, 0]);
    expect(plan.has(queueOf)).toBe(false);
  });

  test("of a metric that no target has nothing is planned", () => {
    expect(scenarioPlan({ given: [holds(up_to_date, { ok: 1, firing: 0 })] }, stageOf()).size).toBe(0);
  });
});

test("a label that the target has too is played under the name that Prometheus stores", () => {
  const calls = metrics(
    scrapeJob("shop", { description: "A shop.", targets: ["a:1"], labels: { service: "shop" } }),
    {
      calls_total: counter({ help: "Calls.", labels: { service: ["bank", "post"] } }),
    },
  ).calls_total;
  const targetLabels = { job: "shop", instance: "a:1", service: "shop" };
  const all = ["bank", "post"].map((service) =>
    series("calls_total", { type: "counter", targetLabels, labels: { service } }),
  );
  const scenario = { given: [runs(calls.where({ exported_service: "post" }), { ok: 1, firing: 9 })] };
  const plan = scenarioPlan(scenario, { ...stageOf(), series: all });
  expect(all.map((one) => plan.get(one))).toMatchObject([{ perSecond: [0] }, { perSecond: [9] }]);
});

test.each([1, 2, 3, 8, 9, 300])("the shares of %i series are all of it", (count) => {
  const shares = Array.from({ length: count }, (_, index) => spread(count, index));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
  expect([...shares].sort((a, b) => b - a)).toEqual(shares);
});

test("as much goes wrong where all the series say so as where none does", () => {
  const named = (values: readonly string[]) =>
    sharesOf(values.map((result) => series("logins_total", { type: "counter", labels: { result } })));
  expect(named(["success", "cancelled"])).toEqual([0.5, 0.5]);
  expect(named(["wrong_password_error", "timeout"])).toEqual([0.5, 0.5]);
  expect(named(["success", "timeout", "cancelled", "failed"])).toEqual([0.4999, 0.0001, 0.4999, 0.0001]);
});
