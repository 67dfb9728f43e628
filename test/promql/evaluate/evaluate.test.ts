import {
  counter,
  days,
  gauge,
  histogram,
  hours,
  metrics,
  promql,
  runs,
  holds,
  recording,
  restarts,
  scrapeJob,
  service,
  time,
  timeLeft,
  vector,
} from "signalbox";
import { describe, expect, test } from "vitest";
import { nodeOf } from "../../../generators/language/expression/expression.ts";
import { resolve } from "../../../generators/model/resolve.ts";
import { concreteSeries } from "../../../generators/rule-tests/concrete-series.ts";
import { behavioursOf } from "../../../generators/rule-tests/test-series.ts";
import type { Given } from "../../../generators/language/given.ts";
import { evaluate } from "../../../generators/promql/evaluate/evaluate.ts";
import type { EvaluationWorld } from "../../../generators/promql/evaluate/world.ts";
import { readPromql } from "../../../generators/promql/read.ts";
import { stringNode } from "../../../generators/promql/tree.ts";
import { worldOfSeries } from "../../../generators/rule-tests/world-of-series.ts";
import { smallPlatform } from "../../checks/small-platform.ts";

const api = scrapeJob("api", {
  description: "A program.",
  targets: ["localhost:1"],
  labels: { service: "s" },
});
const s = metrics(api, {
  level: gauge({ help: "A level.", labels: { part: ["a", "b"] } }),
  size: gauge({ help: "A size." }),
  gone: gauge({ help: "Not there." }),
  ends: gauge({ help: "An end.", unit: "timestamp" }),
  born: gauge({ help: "A start.", unit: "timestamp" }),
  events_total: counter({ help: "Events." }),
  seconds: histogram({ help: "How long.", unit: "seconds", buckets: [1, 2] }),
});
const [a, b] = [s.level.where({ part: "a" }), s.level.where({ part: "b" })];
const doubled = recording("instance:size:double", s.size.mul(2), {
  example: { given: [holds(s.size, 1)], expect: 2 },
});
const { model } = resolve({
  platform: smallPlatform,
  services: [
    service("s", {
      title: "S",
      description: "S.",
      owner: "S",
      jobs: { api },
      metrics: { s },
      recordings: { doubled },
      alerts: {},
    }),
  ],
});

const givens = [
  holds(a, { ok: 1, limit: 2, firing: 3 }),
  holds(b, 10),
  holds(s.size, { ok: 4, firing: "missing" }),
  runs(s.events_total, { ok: 0, firing: 2 }),
  restarts(s.born),
  timeLeft(s.ends, { ok: days(2), firing: days(1) }),
];
const strideMs = 150_000;
const signals = givens.flatMap((given: Given) => {
  const found = concreteSeries(given, model, "bad:1");
  if ("complaint" in found) throw new Error(found.complaint);
  return found.series.flatMap((series) => {
    const behaviours = behavioursOf(series, strideMs, []);
    return behaviours ? [{ ...series, ...behaviours, strideMs }] : [];
  });
});

/** The values while all is well and while it fires, in the order of the series; undefined where they are not known. */
function valuesOf(expression: unknown): unknown {
  return (["ok", "firing"] as const).map((situation) => {
    const value = evaluate(nodeOf(expression), worldOfSeries(signals, situation, model.recordings));
    return typeof value === "object" ? value.map((element) => element.value) : value;
  });
}

const byInstance = { on: ["instance"] } as const;

describe("what an expression gives while its series do the same", () => {
  test.each<[string, unknown, unknown]>([
    ["series by their matchers", a, [[1], [3]]],
    [
      "several series",
      s.level,
      [
        [1, 10],
        [3, 10],
      ],
    ],
    ["a series that is gone", s.size, [[4], []]],
    ["a series that nobody plays", s.gone, [[], []]],
    ["a recording", doubled, [[8], []]],
    ["a sum", s.level.sum(), [[11], [13]]],
    ["the greatest by a label", s.level.maxBy("instance"), [[10], [10]]],
    ["a mean without a label", s.level.avgWithout("part"), [[5.5], [6.5]]],
    ["how many", s.level.count(), [[2], [2]]],
    ["a calculation", a.mul(2).add(1), [[3], [7]]],
    ["two series", a.div(b, { ignoring: ["part"] }), [[0.1], [0.3]]],
    ["a comparison leaves out", s.level.gt(2), [[10], [3, 10]]],
    ["and", a.gt(0).and(s.size.gt(0), byInstance), [[1], []]],
    ["or", s.size.gt(0).or(a.gt(0), byInstance), [[4], [3]]],
    ["unless", a.gt(0).unless(s.size.gt(0), byInstance), [[], [3]]],
    ["a rate", s.events_total.rate("5m"), [[0], [2]]],
    ["an increase", s.events_total.increase("5m"), [[0], [600]]],
    ["a mean over time", a.avgOverTime("5m"), [[1], [3]]],
    ["a trend of what stands still", a.predictLinear("1h", hours(1)), [[1], [3]]],
    ["changes", s.born.changes("5m"), [[0], [1]]],
    ["what is absent", s.size.absent(), [[], [1]]],
    ["a number alone", vector(1), [[1], [1]]],
    ["how long until a moment", s.ends.sub(time()), [[172_800], [86_400]]],
  ])("%s", (_, expression, values) => expect(valuesOf(expression)).toEqual(values));
});

describe("what is not known", () => {
  test.each<[string, unknown]>([
    ["text", promql`${a} + 1`],
    ["what was earlier", promql`${a} offset 1h`],
    ["a counter itself", s.events_total],
    ["a moment that changes", s.born],
    ["a mean of what grows", promql`avg_over_time(${s.events_total}[5m])`],
    ["a window over a recording that is worked out", doubled.avgOverTime("5m")],
    ["series that do not belong together one by one", s.size.div(s.level, byInstance)],
  ])("%s", (_, expression) => {
    const [without] = valuesOf(expression) as readonly unknown[];
    expect(without).toBeUndefined();
  });
});

describe("a subquery that is moved in time", () => {
  /** Of one series that has always risen by 1 a second, and is at 10000 now. */
  const rising: EvaluationWorld = {
    seriesOf: () => [{ metric: "rising", labels: {}, level: 10_000, growth: 1, everyMs: 60_000 }],
    recorded: () => undefined,
    nowSeconds: 0,
    speed: 1,
    isAlways: true,
  };
  const valueOf = (text: string, world = rising) => {
    const value = evaluate(readPromql(text) ?? stringNode(text), world);
    return Array.isArray(value) ? value.map((element: { readonly value: number }) => element.value) : value;
  };

  test.each([
    ["max_over_time(rising[10m:1m])", [10_000]],
    ["max_over_time(rising[10m:1m] offset 1h)", [6400]],
    ["max_over_time((rising offset 1h)[10m:1m] offset 1h)", [2800]],
    ["max_over_time(rising[10m:1m] @ end() offset 1h)", [6400]],
    // Which moment that was is not known.
    ["max_over_time(rising[10m:1m] @ 1000)", undefined],
    ["max_over_time((rising @ end())[10m:1m])", undefined],
    ['sum({__name__="rising"})', [10_000]],
    // Which metrics there are besides what is played is not known.
    ['sum({__name__=~"ris.*"})', undefined],
    ['max_over_time({__name__=~"ris.*"}[10m])', undefined],
  ])("%s", (text, expected) => {
    expect(valueOf(text)).toEqual(expected);
  });

  test("is not known where what was before is not", () => {
    expect(
      valueOf("max_over_time(rising[10m:1m] offset 1h)", { ...rising, isAlways: false }),
    ).toBeUndefined();
  });
});
