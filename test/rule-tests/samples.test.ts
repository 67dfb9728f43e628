import { expect, test } from "vitest";
import { nodeOf } from "../../generators/language/expression/expression.ts";
import { seriesText, valuesText } from "../../generators/rule-tests/notation.ts";
import { samplesOf, type Phases } from "../../generators/rule-tests/phases.ts";
import type { Motion, TestSeries } from "../../generators/rule-tests/test-series.ts";
import { shop } from "./every-shape.ts";

const minute = 60_000;
const place = { file: "definitions/shop.ts", line: 1 };

/** A signal with a sample every minute. */
function signal(motion: Motion): TestSeries {
  const play = { kind: "restarts", series: nodeOf(shop.shop_load), place } as const;
  const series = { metric: "shop_load", labels: {}, play, part: "whole", isCounter: false } as const;
  return { ...series, strideMs: minute, motion };
}

const firing: Phases = {
  phases: [
    { fromMs: 0, situation: "ok" },
    { fromMs: 2 * minute, situation: "firing" },
    { fromMs: 4 * minute, situation: "ok" },
  ],
};
const ok: Phases = { phases: [{ fromMs: 0, situation: "ok" }] };
const growing: Motion & { kind: "grows" } = {
  kind: "grows",
  by: { ok: 1, limit: 2, firing: 10 },
  start: 100,
  from: undefined,
  isTraffic: true,
};
const levels = { ok: 1, limit: 2, firing: 3 };
const start = { ok: 50, limit: 50, firing: 80 };

test.each<[string, Motion, Phases, readonly unknown[]]>([
  ["holds its levels", { kind: "holds", levels }, firing, [1, 1, 3, 3, 1, 1]],
  [
    "goes stale where it is missing",
    { kind: "holds", levels: { ...levels, firing: "missing" } },
    firing,
    [1, 1, "stale", undefined, 1, 1],
  ],
  [
    "is gone from a moment on",
    { kind: "holds", levels },
    { ...ok, goneMs: 3 * minute },
    [1, 1, 1, "stale", undefined, undefined],
  ],
  ["grows, and goes on from where it was", growing, firing, [100, 101, 111, 121, 122, 123]],
  ["starts again from nothing", growing, { ...ok, restartMs: 3 * minute }, [100, 101, 102, 1, 2, 3]],
  ["stands still without traffic", growing, { ...ok, idleMs: 3 * minute }, [100, 101, 102, 102, 102, 102]],
  ["starts where it is told to", { ...growing, from: start }, firing, [50, 51, 80, 90, 50, 51]],
  ["is always as far ahead", { kind: "is ahead", levels }, firing, [1, 61, 123, 183, 241, 301]],
  ["changes with every sample", { kind: "restarts" }, firing, [0, 0, 120, 180, 180, 180]],
  [
    "follows its samples, anew in each situation",
    { kind: "follows", samples: { ok: [7, 8], limit: [7], firing: [9, 6, 5] } },
    firing,
    [7, 8, 9, 6, 7, 8],
  ],
])("%s", (_, motion, script, samples) => {
  expect(samplesOf(signal(motion), script, 5 * minute)).toEqual(samples);
});

test.each<[readonly (number | "stale" | undefined)[], number, string]>([
  [[90], 1, "90"],
  [[90, 90, 90], 1, "90x2"],
  [[1, 3, 5], 1, "1+2x2"],
  [[5, 3, 1], 1, "5-2x2"],
  [[1, 2], 1, "1 2"],
  [[undefined, undefined, 7, undefined], 1, "_x2 7 _"],
  [[1, "stale", undefined, 1, 1], 1, "1 stale _ 1x1"],
  [[1, 2], 3, "1 _x2 2 _x2"],
  [[0.5, 0.25, 0, -0.25], 1, "0.5-0.25x3"],
])("%j, %i apart, is written %s", (samples, every, text) => {
  expect(valuesText(samples, every)).toBe(text);
});

test("a step that adds up to other last digits than the samples have is not taken for one", () => {
  // 0.1 + 0.1 + 0.1 is 0.30000000000000004.
  expect(valuesText([0, 0.1, 0.2, 0.3], 1)).toBe("0+0.1x2 0.3");
});

test("a series is written with its labels quoted", () => {
  expect(seriesText("up", {})).toBe("up");
  expect(seriesText("up", { job: 'a "b"', path: "C:\\" })).toBe('up{job="a \\"b\\"",path="C:\\\\"}');
});
