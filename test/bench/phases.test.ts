import { expect, test } from "vitest";
import { timingsFromStart } from "../../scripts/build/timings.ts";
import { phasesIn } from "../../scripts/bench/phases.ts";

test("the phases that a build prints are read, each with its CPU time", () => {
  const printed = `out/: 4 files, 812 ms\nphase                    CPU ms    ms\nstart, load, type check     400   900\nrule tests                  30     31\n`;
  expect([...phasesIn(printed)]).toEqual([
    ["start, load, type check", 0.4],
    ["rule tests", 0.03],
  ]);
});

test("they are printed so", () => {
  const timings = timingsFromStart();
  timings.during("rule tests", () => {});
  expect([...phasesIn(timings.table()).keys()]).toEqual(["start, load, type check", "rule tests"]);
});

test("a build without them is not taken for one that took nothing", () => {
  expect(() => phasesIn("out/: 4 files, 812 ms\n")).toThrow("no table of its phases");
});
