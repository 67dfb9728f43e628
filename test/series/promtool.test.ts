import { expect, test } from "vitest";
import { seriesText, valuesText } from "../../generators/series/promtool.ts";

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
