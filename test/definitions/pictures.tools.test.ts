// What the pictures of this repository's alerts draw is what the real Prometheus computes.
import { describe, expect, test } from "vitest";
import { failureOfPoints, gradualCases } from "../pictures/drawn-points.ts";
import { ownTestedModel } from "./own-model.ts";

const cases = gradualCases(ownTestedModel());

test("what goes up and down is drawn against its threshold, in every scenario", () => {
  expect(cases.length).toBeGreaterThan(3);
  expect(cases.filter(({ compared }) => !compared).map(({ name }) => name)).toEqual([]);
});

describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
  test("promtool gives each point", async () => {
    expect(await failureOfPoints(one)).toBe("");
  });
});
