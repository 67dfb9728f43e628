import { describe, expect, it } from "vitest";
import { bottomOf, flow, type Wish } from "../../generators/model/dashboards/layout.ts";

/** `x,y width×height` of every panel, in order. */
function places(wishes: readonly Wish[]): string[] {
  return flow(wishes).map(({ x, y, width, height }) => `${x},${y} ${width}×${height}`);
}

describe("the layout of a row", () => {
  it.each<{ promise: string; wishes: readonly Wish[]; expected: readonly string[] }>([
    {
      promise: "puts panels beside each other in their own sizes",
      wishes: [{ type: "stat" }, { type: "gauge" }, { type: "bar gauge" }],
      expected: ["0,0 4×4", "4,0 6×6", "10,0 8×8"],
    },
    {
      promise: "puts six numbers into a line and the seventh below",
      wishes: Array.from({ length: 7 }, () => ({ type: "stat" as const })),
      expected: ["0,0 4×4", "4,0 4×4", "8,0 4×4", "12,0 4×4", "16,0 4×4", "20,0 4×4", "0,4 4×4"],
    },
    {
      promise: "wraps before a panel that would reach over column 24",
      wishes: [
        { type: "time series", width: 10 },
        { type: "time series", width: 10 },
        { type: "time series", width: 10 },
      ],
      expected: ["0,0 10×8", "10,0 10×8", "0,8 10×8"],
    },
    {
      promise: "starts the next line below the highest panel of the line",
      wishes: [{ type: "stat" }, { type: "time series", height: 10 }, { type: "table" }],
      expected: ["0,0 4×4", "4,0 12×10", "0,10 24×8"],
    },
    {
      promise: "keeps `at` to the letter, and goes on beside it",
      wishes: [{ type: "stat" }, { type: "stat", at: { x: 12, y: 2 } }, { type: "stat" }],
      expected: ["0,0 4×4", "12,2 4×4", "16,2 4×4"],
    },
    {
      promise: "wraps below what `at` placed lower",
      wishes: [{ type: "stat", at: { x: 0, y: 9 } }, { type: "stat", at: { x: 20, y: 0 } }, { type: "stat" }],
      expected: ["0,9 4×4", "20,0 4×4", "0,13 4×4"],
    },
    {
      promise: "leaves a panel that is too wide for a check to find",
      wishes: [{ type: "stat", width: 30 }],
      expected: ["0,0 30×4"],
    },
    { promise: "has nothing to do without panels", wishes: [], expected: [] },
  ])("$promise", ({ wishes, expected }) => {
    expect(places(wishes)).toEqual(expected);
  });

  it("ends below its lowest panel", () => {
    expect(bottomOf(flow([{ type: "stat" }, { type: "time series" }]))).toBe(8);
    expect(bottomOf([])).toBe(0);
  });
});
