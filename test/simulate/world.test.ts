import { describe, expect, test } from "vitest";
import type { Given } from "../../generators/language/given.ts";
import type { Scenario } from "../../generators/language/scenario.ts";
import {
  counter,
  days,
  follows,
  gauge,
  grows,
  histogram,
  holds,
  metrics,
  percent,
  quantile,
  restarts,
  runs,
  scrapeJob,
  seconds,
  share,
  timeLeft,
} from "signalbox";
import { healthyPlan, scenarioPlan } from "../../scripts/simulate/plan.ts";
import type { SimulatedSeries } from "../../scripts/simulate/series.ts";
import { createWorld } from "../../scripts/simulate/world.ts";

const job = scrapeJob("shop", { description: "A shop.", targets: ["a:1", "b:1"] });
const handles = metrics(job, {
  requests_total: counter({ help: "Requests.", unit: "requests", labels: { status: ["200", "500"] } }),
  failures_total: counter({ help: "Failures.", unit: "failures" }),
  queue: gauge({ help: "Queue.", unit: "jobs" }),
  free_bytes: gauge({ help: "Free.", unit: "bytes" }),
  started_seconds: gauge({ help: "Started.", unit: "timestamp" }),
  latency_seconds: histogram({ help: "Latency.", unit: "seconds", buckets: [0.1, 0.5, 1] }),
});

const startedMs = 1_000_000_000;

function series(metric: string, facts: Partial<SimulatedSeries> = {}): SimulatedSeries {
  const instance = facts.instance ?? "a:1";
  return {
    job: "shop",
    instance,
    metric,
    type: "gauge",
    unit: "count",
    labels: {},
    targetLabels: { job: "shop", instance },
    bounds: [],
    isMeasured: false,
    everyMs: 15_000,
    ...facts,
  };
}

/** A world of these series and of one alert, whose clock the test turns. */
function worldOf(all: readonly SimulatedSeries[], givens: readonly Given[], speed = 1) {
  const scenario: Scenario = { given: givens };
  let nowMs = startedMs;
  const alerts = [{ severity: { rank: 1 }, scenarios: [scenario] }];
  const stage = { series: all, alerts, speed, startedMs, sampleOf: () => undefined };
  const world = createWorld({
    healthy: healthyPlan(stage),
    firing: (played) => scenarioPlan(played, stage),
    now: () => nowMs,
  });
  const only = all[0];
  return {
    fire: () => world.play([scenario]),
    rest: () => world.play([]),
    restart: world.restart,
    after: (secondsLater: number) => void (nowMs += secondsLater * 1000),
    read: (one = only) => (one ? world.read(one) : undefined),
  };
}

describe("what is given, in the world", () => {
  test("holds: its level, at once and until it is over", () => {
    const world = worldOf([series("queue")], [holds(handles.queue, { ok: 3, firing: 70 })]);
    expect(world.read()).toEqual([3]);
    world.fire();
    expect(world.read()).toEqual([70]);
    world.after(60);
    expect(world.read()).toEqual([70]);
    world.rest();
    expect(world.read()).toEqual([3]);
  });

  test.each([1, 20])("grows: so much in the time that the rules see as 5 minutes, at speed %i", (speed) => {
    const given = grows(handles.failures_total, "5m", { ok: 0, firing: 4 });
    const world = worldOf([series("failures_total", { type: "counter" })], [given], speed);
    const before = world.read()?.[0] ?? 0;
    world.after(100);
    expect(world.read()).toEqual([before]);
    world.fire();
    world.after(300 / speed);
    expect(world.read()?.[0]).toBeCloseTo(before + 4);
    world.rest();
    world.after(1000);
    // A counter does not go back.
    expect(world.read()?.[0]).toBeCloseTo(before + 4);
  });

  test("grows from a value: begins there each time", () => {
    const given = grows(handles.queue, "1m", { ok: 0, firing: -6 }, { from: 100 });
    const world = worldOf([series("queue")], [given]);
    for (const _ of [1, 2]) {
      world.fire();
      expect(world.read()).toEqual([100]);
      world.after(30);
      expect(world.read()).toEqual([97]);
      world.rest();
    }
  });

  test("runs: so much a second, whatever the speed", () => {
    const world = worldOf(
      [series("failures_total", { type: "counter" })],
      [runs(handles.failures_total, { ok: 1, firing: 7 })],
      20,
    );
    world.fire();
    const before = world.read()?.[0] ?? 0;
    world.after(10);
    expect(world.read()?.[0]).toBeCloseTo(before + 70);
  });

  test("share: of all that is counted", () => {
    const [good, bad] = ["200", "500"].map((status) =>
      series("requests_total", { type: "counter", labels: { status } }),
    );
    const given = share(
      handles.requests_total.where({ status: "500" }),
      handles.requests_total.where({ status: "200" }),
      { ok: percent(0), firing: percent(6) },
      { perSecond: 50 },
    );
    const world = worldOf(
      [good, bad].flatMap((one) => one ?? []),
      [given],
    );
    world.fire();
    const before = [good, bad].map((one) => world.read(one)?.[0] ?? 0);
    world.after(10);
    expect([good, bad].map((one, index) => (world.read(one)?.[0] ?? 0) - (before[index] ?? 0))).toEqual([
      470, 30,
    ]);
  });

  test("quantile: the buckets grow so that histogram_quantile says it", () => {
    const latency = series("latency_seconds", { type: "histogram", bounds: [0.1, 0.5, 1] });
    const world = worldOf(
      [latency],
      [quantile(handles.latency_seconds, 0.95, { ok: seconds(0.1), firing: seconds(0.7) })],
    );
    world.fire();
    const before = world.read() ?? [];
    world.after(100);
    const growth = (world.read() ?? []).map((value, index) => value - (before[index] ?? 0));
    const [, below = 0, upTo = 0, all = 0, count = 0] = growth;
    expect(count).toBe(all);
    expect(0.5 + 0.5 * ((0.95 * all - below) / (upTo - below))).toBeCloseTo(0.7);
  });

  test("time left: always as far away", () => {
    const given = timeLeft(handles.started_seconds, { ok: days(60), firing: days(6) });
    const world = worldOf([series("started_seconds")], [given]);
    world.fire();
    world.after(3600);
    expect(world.read()).toEqual([startedMs / 1000 + 3600 + 6 * 24 * 3600]);
  });

  test("restarts: another value at each scrape, and afterwards the last one", () => {
    const world = worldOf(
      [series("started_seconds", { unit: "timestamp" })],
      [restarts(handles.started_seconds)],
    );
    expect(world.read()).toEqual([startedMs / 1000]);
    world.fire();
    world.after(15);
    const first = world.read();
    world.after(15);
    const second = world.read();
    expect(second).not.toEqual(first);
    world.rest();
    world.after(600);
    expect(world.read()).toEqual(second);
  });

  test("a program that is started again counts from nothing, and its other gauges are as before", () => {
    const all = [
      series("failures_total", { type: "counter" }),
      series("queue"),
      series("started_seconds", { unit: "timestamp" }),
      series("shop_uptime_seconds", { unit: "seconds" }),
    ];
    const world = worldOf(all, [runs(handles.failures_total, { ok: 1, firing: 7 })]);
    world.after(100);
    const [, queue] = all;
    const before = world.read(queue);
    world.restart();
    expect(all.map((one) => world.read(one))).toEqual([[0], before, [startedMs / 1000 + 100], [0]]);
    world.after(10);
    expect(all.flatMap((one) => world.read(one)?.[0]?.toFixed(0) ?? [])).toEqual([
      "10",
      "20",
      String(startedMs / 1000 + 100),
      "10",
    ]);
  });

  test("follows: its samples, again and again; a missing one is missing", () => {
    const given = follows(handles.queue, "1m", { ok: [1], firing: [1, "missing", 3] });
    const world = worldOf([series("queue")], [given]);
    world.fire();
    const seen = [0, 1, 2, 3].map(() => {
      const values = world.read();
      world.after(60);
      return values;
    });
    expect(seen).toEqual([[1], undefined, [3], [1]]);
  });

  test("a level that is missing takes the series away, and a counter comes back where it was", () => {
    const given = runs(handles.failures_total, { ok: 1, firing: "missing" });
    const world = worldOf([series("failures_total", { type: "counter" })], [given]);
    world.after(10);
    const before = world.read();
    world.fire();
    expect(world.read()).toBeUndefined();
    world.rest();
    expect(world.read()).toEqual(before);
  });

  test("one bad target fires alone", () => {
    const [a, b] = [series("queue"), series("queue", { instance: "b:1" })];
    const world = worldOf([a, b], [holds(handles.queue, { ok: 3, firing: 70 })]);
    world.fire();
    expect([world.read(a), world.read(b)]).toEqual([[70], [3]]);
  });
});

describe("what nobody plays", () => {
  test.each([
    ["bool", 1],
    ["ratio", 0.9],
    ["fps", 90],
    ["timestamp", startedMs / 1000],
    ["something else", 20],
  ])("a gauge in %s is healthy at %d", (unit, value) => {
    expect(worldOf([series("free_bytes", { unit })], []).read()).toEqual([value]);
  });

  test("a share of what goes wrong is healthy when it is small", () => {
    const ofErrors = series("provider_error_rate", { unit: "ratio" });
    expect(worldOf([ofErrors], []).read()).toEqual([0.002]);
  });

  test.each([
    ["provider_error_rate", "ratio", 0.002],
    ["shop_uptime_seconds", "seconds", 86_400],
  ])("the gauge %s, in %s, is healthy at %d", (metric, unit, value) => {
    expect(worldOf([series(metric, { unit })], []).read()).toEqual([value]);
  });

  test.each([
    ["requests_total", "requests", 10],
    ["load_errors_total", "loads", 0],
    ["cache_total", "evictions", 0],
    ["loads_total", "loads", 0.2],
  ])("the counter %s, in %s, grows by %d a second", (metric, unit, perSecond) => {
    const world = worldOf([series(metric, { unit, type: "counter" })], []);
    const before = world.read()?.[0] ?? 0;
    // Traffic sways; as much as it was more it is less, half an hour long.
    world.after(1800);
    expect((world.read()?.[0] ?? 0) - before).toBeCloseTo(perSecond * 1800);
  });
});
