import { describe, expect, test } from "vitest";
import { durationInMs, formatDuration } from "../../generators/language/duration.ts";
import {
  greatestCommonDivisor,
  leastCommonMultiple,
  roundUp,
  gridOf,
  timelineOf,
} from "../../generators/rule-tests/timeline.ts";

const ms = (text: string) => durationInMs(text) ?? NaN;

test.each([
  // A rule's own pace, as long as it is fine enough and few steps do.
  ["5m", [], "30s", false, "30s"],
  ["1m", [], "30s", false, "30s"],
  ["0s", [], "30s", false, "30s"],
  // A tenth of `for`, so that a day does not take thousands of steps.
  ["24h", [], "30s", false, "2h24m"],
  ["1h", [], "30s", false, "6m"],
  // Half a window of 5 minutes is a whole number of steps.
  ["2m", ["2m30s"], "30s", false, "30s"],
  ["15m", ["2m30s"], "30s", false, "1m15s"],
  ["0s", ["30m"], "30s", false, "30s"],
  ["1h", ["3h"], "30s", false, "6m"],
  ["7m", [], "30s", false, "42s"],
  // A subquery takes no sample that is older than 5 minutes.
  ["24h", [], "30s", true, "5m"],
] as const)("for %s with %j, every %s (gaps: %s): a step of %s", (held, durations, every, seesGaps, step) => {
  const durationsMs = [ms(held), ...durations.map(ms)];
  const grid = gridOf({ durationsMs, forMs: ms(held), everyMs: ms(every), reachMs: 0, seesGaps });
  expect(formatDuration(grid)).toBe(step);
  for (const duration of durationsMs) expect(duration % grid).toBe(0);
});

test.each([
  ["5m", "2m30s", "30s"],
  // Of a month a test would take a hundred thousand steps.
  ["1h", "30m", "5m"],
  ["6h", "3h", "30m"],
  ["30d", "15d", "2d12h"],
])("all read over %s and more, %s apart: a step of %s", (window, stride, step) => {
  const facts = {
    durationsMs: [ms(stride)],
    forMs: 0,
    everyMs: ms("30s"),
    reachMs: ms(window),
    seesGaps: false,
  };
  expect(formatDuration(gridOf({ ...facts, windowMs: ms(window) }))).toBe(step);
});

test.each([
  // A day or a week back: as coarse as `for` lets it be.
  ["1w", undefined, "5m", "1m15s"],
  ["1w", undefined, "0s", "14h"],
  ["1d", "1d", "5m", "1m15s"],
  // A short window beside must still hold samples.
  ["1d", "5m", "0s", "30s"],
  ["1d", "1h", "20m", "5m"],
  // What is read at the moment looks back no time at all.
  ["0s", undefined, "5m", "30s"],
])("looking back %s, with a window of %s and for %s: a step of %s", (reach, window, held, step) => {
  const durationsMs = [ms(reach), ms(held)];
  const windowMs = window === undefined ? undefined : ms(window);
  const facts = { durationsMs, forMs: ms(held), everyMs: ms("30s"), seesGaps: false };
  expect(formatDuration(gridOf({ ...facts, windowMs, reachMs: ms(reach) }))).toBe(step);
});

describe("the timeline", () => {
  const facts = {
    stepMs: ms("30s"),
    stridesMs: [ms("2m30s")],
    reachMs: ms("5m"),
    afterMs: 0,
    forMs: ms("2m"),
    keepFiringForMs: 0,
    isExact: true,
    lingersMs: 0,
  };
  const texts = (timeline: object) =>
    Object.entries(timeline).map(([name, value]) => `${name} ${formatDuration(Number(value))}`);

  test("changes on a sample of every series, and not before the windows are full", () => {
    expect(texts(timelineOf(facts))).toEqual([
      "stepMs 30s",
      "badMs 5m",
      "soonestMs 5m",
      "onsetMs 5m",
      "firingMs 7m",
      "wellMs 10m",
      "clearMs 10m",
      "resolvedMs 10m",
      "endMs 11m",
    ]);
  });

  test("waits for what a trend takes, and for what keeps firing", () => {
    const slow = { ...facts, afterMs: ms("1m"), keepFiringForMs: ms("5m"), isExact: false };
    expect(texts(timelineOf(slow)).slice(2)).toEqual([
      "soonestMs 6m",
      "onsetMs 6m",
      "firingMs 8m",
      "wellMs 10m",
      "clearMs 15m30s",
      "resolvedMs 20m30s",
      "endMs 21m30s",
    ]);
  });

  test("waits for a last value that stands for a while, and no longer than to the next evaluation", () => {
    expect(timelineOf({ ...facts, lingersMs: ms("45s") }).clearMs).toBe(ms("11m"));
    expect(timelineOf({ ...facts, lingersMs: ms("45s"), isExact: false }).clearMs).toBe(ms("16m30s"));
  });
});

test("divisors and multiples", () => {
  expect([greatestCommonDivisor([150, 120]), greatestCommonDivisor([7]), greatestCommonDivisor([])]).toEqual([
    30, 7, 0,
  ]);
  expect([leastCommonMultiple([150, 120]), leastCommonMultiple([])]).toEqual([600, 1]);
  expect([roundUp(301, 150), roundUp(300, 150), roundUp(0, 150)]).toEqual([450, 300, 0]);
});
