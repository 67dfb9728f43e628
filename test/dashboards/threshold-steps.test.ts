import { describe, expect, it } from "vitest";
import {
  above,
  alertRegions,
  below,
  thresholdSteps,
  type Region,
} from "../../generators/model/dashboards/thresholds.ts";

/** `green, 5: red` */
function steps(regions: readonly Region[]): string {
  return thresholdSteps(regions)
    .map(({ value, color }) => (value === undefined ? color : `${value}: ${color}`))
    .join(", ");
}

describe("the steps of thresholds", () => {
  it.each([
    { promise: "are none without thresholds", regions: [], expected: "" },
    {
      promise: "rise from green for what must not be high",
      regions: [above(1, "red"), above(0.5, "orange")],
      expected: "green, 0.5: orange, 1: red",
    },
    {
      promise: "fall from green for what must not be low: the worst colour is the base",
      regions: [below(85, "orange"), below(45, "red")],
      expected: "red, 45: orange, 85: green",
    },
    {
      promise: "have green between what is too low and what is too high",
      regions: [above(30, "orange"), below(10, "blue")],
      expected: "blue, 10: green, 30: orange",
    },
    {
      promise: "keep a line whose colour does not change, because its author wants to see it",
      regions: [below(45, "red"), below(85, "orange"), above(90, "green")],
      expected: "red, 45: orange, 85: green, 90: green",
    },
    {
      promise: "show the worst alert that fires, also behind the line of a milder one",
      regions: [below(45, "red"), below(60, "yellow"), below(85, "orange")],
      expected: "red, 45: orange, 60: orange, 85: green",
    },
    {
      promise: "are green from a green line on",
      regions: [above(85, "yellow"), above(90, "green")],
      expected: "green, 85: yellow, 90: green",
    },
    {
      promise: "show the worse colour where two sides overlap",
      regions: [above(5, "orange"), below(10, "red")],
      expected: "red, 5: red, 10: orange",
    },
    {
      promise: "show the worse of two alerts at the same value, whatever their order",
      regions: [above(5, "orange"), above(5, "red")],
      expected: "green, 5: red",
    },
  ])("$promise", ({ regions, expected }) => {
    expect(steps(regions)).toBe(expected);
    expect(steps([...regions].reverse())).toBe(expected);
  });
});

describe("the values for which an alert fires", () => {
  it.each([
    { op: ">", value: 5, expected: "green, 5: red" },
    { op: ">=", value: 5, expected: "green, 5: red" },
    { op: "<", value: 5, expected: "red, 5: green" },
    { op: "<=", value: 5, expected: "red, 5: green" },
    { op: "==", value: 0, expected: "green, 0: red, 1: green" },
    { op: "==", value: 1, expected: "green, 1: red, 2: green" },
    { op: "!=", value: 1, expected: "red, 1: green, 2: red" },
  ] as const)("$op $value is $expected", ({ op, value, expected }) => {
    expect(steps(alertRegions(op, value, "red"))).toBe(expected);
  });

  it.each([
    { op: ">", expected: "green, 1e-9: red" },
    { op: ">=", expected: "green, 0: red" },
    { op: "<", expected: "red, 0: green" },
    { op: "<=", expected: "red, 1e-9: green" },
  ] as const)("$op 0 has the colour of a healthy 0 right: $expected", ({ op, expected }) => {
    expect(steps(alertRegions(op, 0, "red"))).toBe(expected);
  });
});
