import { alert, gauge, holds, metrics, recording } from "signalbox";
import { expect, test } from "vitest";
import type { Parts } from "../checks/small-definitions.ts";
import { api, plainWords } from "../checks/small-shop.ts";
import { tried } from "./tried.ts";

const game = metrics(api, { shop_fps: gauge({ help: "Frames a second.", unit: "fps" }) });
const { shop_fps: fps } = game;
const below = holds(fps, { ok: 90, limit: 45, firing: 44.9 });
const above = holds(fps, { ok: 30, limit: 144, firing: 150 });

/** The mutants that take another aggregation of all instances, and what promtool says of each. */
function killed(parts: Parts, name: string) {
  return tried({ metrics: { game }, ...parts }, name, "aggregation");
}

test.each([
  ["the mean below", fps.avg().lt(45), below, { "avg to min": true }],
  ["the mean above", fps.avg().gt(144), above, { "avg to max": true }],
  ["the lowest below", fps.min().lt(45), below, { "min to max": true }],
  ["the highest above", fps.max().gt(144), above, { "max to min": true }],
  ["all above", fps.min().gt(144), above, { "min to max": true }],
  // What tells instances apart makes no number of them, and a total is one whatever its parts are.
  ["by instance", fps.avgBy("instance").lt(45), below, {}],
  ["a sum", fps.sum().lt(45), below, {}],
] as const)("of an alert: %s", async (_, expr, scenario, expected) => {
  const Frames = alert({ ...plainWords, expr, scenario });
  expect(await killed({ alerts: { Frames } }, "Frames")).toEqual(expected);
});

test("of a recording any other is another value, and its test says which it is", async () => {
  const mean = recording("job:shop_fps:avg", fps.avg(), {
    help: "Frames a second, of all.",
    example: { given: [holds(fps, 90)], expect: 90 },
  });
  const Frames = alert({ ...plainWords, expr: mean.lt(45), scenario: below });
  const parts = { recordings: { mean }, alerts: { Frames } };
  expect(await killed(parts, "job:shop_fps:avg")).toEqual({ "avg to max": true, "avg to min": true });
});
