import { expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { seriesIn, type Phases } from "../../generators/rule-tests/phases.ts";
import type { Behaviours } from "../../generators/rule-tests/test-series.ts";
import { eachSituation } from "../../generators/series/given.ts";
import { samplesOf } from "../../generators/series/promtool.ts";
import type { Behaviour } from "../../generators/series/series.ts";
import { shop } from "./every-shape.ts";

const minute = 60_000;
const place = { file: "definitions/shop.ts", line: 1 };

/** The samples of a series that has one every minute. */
function samplesIn(behaviour: Behaviours["behaviour"], phases: Phases) {
  const given = { kind: "restarts", series: nodeOf(shop.shop_load), place } as const;
  const own = {
    metric: "shop_load",
    labels: {},
    given,
    part: "whole",
    isCounter: false,
    everyMs: minute,
  } as const;
  const series = { ...own, strideMs: minute, behaviour, start: 100, isTraffic: true };
  return samplesOf(seriesIn({ series, phases }), minute, 5 * minute);
}

const firing: Phases = {
  situations: [
    { fromMs: 0, situation: "ok" },
    { fromMs: 2 * minute, situation: "firing" },
    { fromMs: 4 * minute, situation: "ok" },
  ],
};
const ok: Phases = { situations: [{ fromMs: 0, situation: "ok" }] };
const by = { ok: 1, limit: 2, firing: 10 };
const growing = eachSituation<Behaviour>((one) => ({ kind: "grows", by: by[one], everyMs: minute }));
const levels = { ok: 1, limit: 2, firing: 3 };
const constant = eachSituation<Behaviour>((one) => ({ kind: "constant", value: levels[one] }));
const start = { ok: 50, limit: 50, firing: 80 };
const from = eachSituation<Behaviour>((one) => ({
  kind: "grows",
  by: by[one],
  everyMs: minute,
  from: start[one],
}));
const samples = { ok: [7, 8], limit: [7], firing: [9, 6, 5] };

test.each<[string, Behaviours["behaviour"], Phases, readonly unknown[]]>([
  ["holds its levels", constant, firing, [1, 1, 3, 3, 1, 1]],
  [
    "goes stale where it is missing",
    { ...constant, firing: { kind: "missing" } },
    firing,
    [1, 1, "stale", undefined, 1, 1],
  ],
  [
    "is gone from a moment on",
    constant,
    { ...ok, goneMs: 3 * minute },
    [1, 1, 1, "stale", undefined, undefined],
  ],
  ["grows, and goes on from where it was", growing, firing, [100, 101, 111, 121, 122, 123]],
  ["starts again from nothing", growing, { ...ok, restartMs: 3 * minute }, [100, 101, 102, 1, 2, 3]],
  ["stands still without traffic", growing, { ...ok, idleMs: 3 * minute }, [100, 101, 102, 102, 102, 102]],
  [
    "grows on from where it was before it was missing",
    { ...growing, firing: { kind: "missing" } },
    firing,
    [100, 101, "stale", undefined, 102, 103],
  ],
  ["starts where it is told to", from, firing, [50, 51, 80, 90, 50, 51]],
  [
    "is always as far ahead",
    eachSituation((one) => ({ kind: "ahead", seconds: levels[one] })),
    firing,
    [1, 61, 123, 183, 241, 301],
  ],
  [
    "changes with every sample",
    eachSituation((one) => (one === "firing" ? { kind: "restarts", everyMs: minute } : { kind: "stays" })),
    firing,
    [0, 0, 120, 180, 180, 180],
  ],
  [
    "follows its samples, anew in each situation",
    eachSituation((one) => ({ kind: "follows", samples: samples[one], everyMs: minute })),
    firing,
    [7, 8, 9, 6, 7, 8],
  ],
])("%s", (_, behaviour, phases, expected) => {
  expect(samplesIn(behaviour, phases)).toEqual(expected);
});
