// What a card draws, a rule test runs and "signalbox up" serves is one description: each writer gives what valueAt gives.
import fc from "fast-check";
import { days, follows, grows, holds, minutes, restarts, runs, timeLeft } from "signalbox";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../generators/language/scenario.ts";
import { gapsIn, lineThrough, sampleSteps } from "../../generators/pictures/series-lines.ts";
import { behavioursOf } from "../../generators/rule-tests/test-series.ts";
import { badInstance, concreteSeries } from "../../generators/rule-tests/concrete-series.ts";
import { firingFor, seriesIn } from "../../generators/rule-tests/phases.ts";
import { behaviourOf, type SingleGiven } from "../../generators/series/given.ts";
import { samplesOf, valuesText } from "../../generators/series/promtool.ts";
import {
  phaseFrom,
  valueAt,
  type Behaviour,
  type Level,
  type Series,
} from "../../generators/series/series.ts";
import { metricPage } from "../../scripts/simulate/metric-page.ts";
import { scenarioPlan } from "../../scripts/simulate/plan.ts";
import { seriesOfModel } from "../../scripts/simulate/series-of-model.ts";
import { createWorld } from "../../scripts/simulate/world.ts";
import { model, shop } from "../rule-tests/every-shape.ts";

const strideMs = 60_000;

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((one) => Number(one.toPrecision(6)));
const level = fc.oneof(
  { weight: 5, arbitrary: number },
  { weight: 1, arbitrary: fc.constant("missing" as const) },
);
const behaviour: fc.Arbitrary<Behaviour> = fc.oneof(
  fc.constant({ kind: "missing" } as const),
  fc.constant({ kind: "stays" } as const),
  fc.record({ kind: fc.constant("constant" as const), value: number }),
  fc.record({ kind: fc.constant("ahead" as const), seconds: number }),
  fc.constant({ kind: "restarts", everyMs: strideMs } as const),
  fc.record({
    kind: fc.constant("grows" as const),
    by: number,
    everyMs: fc.constantFrom(strideMs, 1000, 300_000),
  }),
  fc.record({
    kind: fc.constant("follows" as const),
    samples: fc.array(level, { minLength: 1, maxLength: 5 }),
    everyMs: fc.constant(strideMs),
  }),
);

/** Up to four phases, each of some samples. */
const phased = fc
  .array(fc.record({ behaviour, samples: fc.integer({ min: 1, max: 12 }), start: number }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list): { readonly series: Pick<Series, "phases">; readonly untilMs: number } => {
    let fromMs = 0;
    const phases = list.map(({ behaviour: own, samples, start }) => {
      const phase = phaseFrom(fromMs, own, start);
      fromMs += samples * strideMs;
      return phase;
    });
    return { series: { phases }, untilMs: fromMs };
  });

/** What promtool reads in its notation: `1+2x3`, `_x2`, `stale`, one value. */
function expanded(text: string): Level[] {
  return text.split(" ").flatMap((word): Level[] => {
    const gap = /^_(?:x(\d+))?$/.exec(word);
    if (gap) return new Array<Level>(Number(gap[1] ?? 1)).fill("missing");
    if (word === "stale") return ["missing"];
    const run = /^(-?[\d.]+(?:e[+-]?\d+)?)(?:([+-][\d.]+(?:e[+-]?\d+)?))?(?:x(\d+))?$/.exec(word);
    if (!run) throw new Error(`promtool does not read ${word}`);
    const [, first, step = "0", times = "0"] = run;
    const values = [Number(first)];
    for (let at = 0; at < Number(times); at += 1) values.push((values.at(-1) ?? 0) + Number(step));
    return values;
  });
}

/** The same but for the last digits: promtool adds again and again, and a target counts by the second. */
function agree(a: Level | undefined, b: Level | undefined, size = 1e8): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-12 * size;
}

test("promtool's notation, expanded, is valueAt at every sample", () => {
  fc.assert(
    fc.property(phased, fc.integer({ min: 1, max: 3 }), ({ series, untilMs }, every) => {
      const values = expanded(valuesText(samplesOf(series, strideMs, untilMs), every));
      for (const [index, value] of values.entries()) {
        const wanted = index % every === 0 ? valueAt(series, (index / every) * strideMs) : "missing";
        expect(agree(value, wanted), `${value} at ${index} is ${wanted}`).toBe(true);
      }
      expect(values.length).toBe((untilMs / strideMs + 1) * every);
    }),
  );
});

test("a line of a card goes through valueAt at every sample", () => {
  fc.assert(
    fc.property(phased, ({ series, untilMs }) => {
      const moments = { fromMs: 0, badMs: strideMs, wellMs: untilMs, toMs: untilMs };
      const steps = sampleSteps(series, strideMs, moments);
      const { pieces } = lineThrough("bad", steps);
      for (let atMs = 0; atMs <= untilMs; atMs += strideMs) {
        const wanted = valueAt(series, atMs);
        // Where there is no value, a line may end, and none goes on.
        const through = pieces.filter((piece) => piece.some((point) => point.atMs === atMs));
        const drawn = through.map((piece) => piece.findLast((point) => point.atMs === atMs)?.value);
        if (wanted !== "missing") expect(drawn.at(-1)).toBe(wanted);
        else expect(through.every((piece) => piece.at(-1)?.atMs === atMs)).toBe(true);
      }
      expect(gapsIn(steps).every(({ fromMs }) => valueAt(series, fromMs) === "missing")).toBe(true);
    }),
  );
});

const factor = fc.integer({ min: 1, max: 1000 });
const given: fc.Arbitrary<SingleGiven> = fc
  .oneof(
    factor.map((one) => holds(shop.shop_load, { ok: 1, firing: one })),
    fc.constant(holds(shop.shop_load, { ok: 1, firing: "missing" })),
    factor.map((one) => grows(shop.shop_load, "5m", { ok: 0, firing: one }, { from: 7 })),
    factor.map((one) => grows(shop.shop_failures_total, "5m", { ok: 0, firing: one })),
    factor.map((one) => runs(shop.shop_failures_total, { ok: 0, firing: one })),
    factor.map((one) => timeLeft(shop.shop_expiry, { ok: days(30), firing: minutes(one) })),
    fc.constant(restarts(shop.shop_start_time)),
    factor.map((one) => follows(shop.shop_load, "1m", { ok: [1], firing: [one, 2, "missing"] })),
  )
  .map((one) => {
    if (one.kind === "share" || one.kind === "quantile") throw new Error("it is given of one series");
    return one;
  });

const startedMs = Date.UTC(2026, 0, 5, 12);

/** The one series that the scenario plays in the simulated world, fired at once, and the page on which a target answers it. */
function simulated(given: SingleGiven, speed: number) {
  const scenario: Scenario = { given: [given] };
  const all = seriesOfModel(model);
  const stage = {
    series: all,
    alerts: [{ severity: { rank: 1 }, scenarios: [scenario] }],
    speed,
    startedMs,
    sampleOf: () => undefined,
  };
  const [series] = [...scenarioPlan(scenario, stage).keys()];
  if (!series) throw new Error("the scenario plays nothing");
  let nowMs = startedMs;
  const still = new Map(all.map((one) => [one, { kind: "stays", at: [5] } as const]));
  const world = createWorld({ healthy: still, firing: (one) => scenarioPlan(one, stage), now: () => nowMs });
  world.play([scenario]);
  const page = metricPage(
    model.metrics.filter(({ name }) => name === series.metric),
    [series],
    world.read,
  );
  const answered = async (): Promise<Level> => {
    const line = (await page.text()).split("\n").find((one) => /^[a-z]/.test(one));
    return line === undefined ? "missing" : Number(line.split(" ").at(-1));
  };
  return {
    answeredAt: (ms: number) => ((nowMs = startedMs + ms), answered()),
    sampleMs: Math.max(1000, series.everyMs / speed),
  };
}

describe("what a target answers while a scenario is played", () => {
  test.each([1, 10])("is valueAt of the same description, at speed %i", async (speed) => {
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.array(fc.integer({ min: 0, max: 7_200_000 }), { maxLength: 8 }),
        async (given, moments) => {
          const { answeredAt, sampleMs } = simulated(given, speed);
          const phases = [phaseFrom(startedMs, behaviourOf(given, "firing", { speed, sampleMs }), 5)];
          for (const ms of moments) {
            const [answered, wanted] = [await answeredAt(ms), valueAt({ phases }, startedMs + ms)];
            expect(agree(answered, wanted), `${answered} is ${wanted}`).toBe(true);
          }
        },
      ),
    );
  });

  test("moves as it does in the rule test", async () => {
    await fc.assert(
      fc.asyncProperty(given, async (given) => {
        const found = concreteSeries(given, model, badInstance);
        const [concrete] = "series" in found ? found.series : [];
        const behaviours = concrete && behavioursOf(concrete, strideMs, []);
        if (!behaviours) throw new Error("the scenario plays nothing");
        const [badMs, wellMs] = [10 * strideMs, 40 * strideMs];
        const inTest = seriesIn({
          series: { ...concrete, ...behaviours, strideMs },
          phases: firingFor({ badMs, wellMs }),
        });
        const { answeredAt } = simulated(given, 1);
        // A timestamp counts from the start of the run, and a counter from where it was.
        const isMoving = given.kind === "grows" || given.kind === "runs";
        const shift = isMoving || given.kind === "time left" || given.kind === "restarts";
        const first = [valueAt(inTest, badMs), await answeredAt(0)] as const;
        for (let ms = 0; ms < 20 * strideMs; ms += strideMs) {
          const [tested, answered] = [valueAt(inTest, badMs + ms), await answeredAt(ms)];
          const [a, b] = shift
            ? [difference(tested, first[0]), difference(answered, first[1])]
            : [tested, answered];
          expect(agree(a, b), `${a} in the test, ${b} in the answer`).toBe(true);
        }
      }),
    );
  });
});

function difference(value: Level, first: Level): Level {
  return value === "missing" || first === "missing" ? "missing" : value - first;
}
