import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { durationInMs, formatDuration, isGrafanaDuration } from "../../generators/language/duration.ts";

const hour = 3_600_000;

describe("durationInMs reads what Prometheus reads", () => {
  test.each([
    ["5m", 300_000],
    ["90s", 90_000],
    ["1h30m", 1.5 * hour],
    ["500ms", 500],
    ["1d12h", 36 * hour],
    ["1w", 168 * hour],
    ["1y", 365 * 24 * hour],
    ["1y2w3d4h5m6s7ms", 33_019_506_007],
    ["0", 0],
    ["0s", 0],
    ["007s", 7000],
    ["292y", 292 * 365 * 24 * hour],
  ])("%s is %d ms", (text, ms) => {
    expect(durationInMs(text)).toBe(ms);
  });

  test.each([
    "",
    " ",
    "5",
    "m",
    "-5m",
    "1.5h",
    "5e3s",
    "30m1h",
    "1m1m",
    "5 m",
    "5m ",
    "5M",
    "1h-30m",
    "293y",
    "$__interval",
  ])("%j is no duration", (text) => {
    expect(durationInMs(text)).toBeUndefined();
  });
});

describe("formatDuration writes what Prometheus writes", () => {
  test.each([
    [0, "0s"],
    [1, "1ms"],
    [90_000, "1m30s"],
    [1.5 * hour, "1h30m"],
    [24 * hour, "1d"],
    [7 * 24 * hour, "1w"],
    [90 * 24 * hour, "90d"],
    [365 * 24 * hour, "1y"],
    [365 * 24 * hour + 1000, "365d1s"],
  ])("%d ms is %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test.each([-1, 0.5, Number.NaN, 1e16])("%d ms cannot be written", (ms) => {
    expect(() => formatDuration(ms)).toThrow("a duration is a whole number of milliseconds");
  });
});

test("what is written is read back as the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_223_372_036_854 }), (ms) => {
      expect(durationInMs(formatDuration(ms))).toBe(ms);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("only Grafana's three variables stand for a duration", () => {
  const texts = ["$__rate_interval", "$__interval", "$__range", "$__auto", "5m"];
  expect(texts.filter(isGrafanaDuration)).toEqual(["$__rate_interval", "$__interval", "$__range"]);
});
