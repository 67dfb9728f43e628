// The lines of what an alert compares are what the real Prometheus computes: promtool is asked for each of their points.
import { describe, expect, test } from "vitest";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { exampleTestedModel } from "../example-model.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { failureOfPoints, gradualCases } from "./drawn-points.ts";
import { oddModel } from "./odd-shapes.ts";

const cases = [exampleTestedModel(), testedModel(everyShape), oddModel].flatMap(gradualCases);
const drawn = cases.filter(({ compared }) => compared !== undefined);

test("what goes up and down is drawn against its threshold", () => {
  expect(drawn.map(({ name }) => name)).toEqual([
    "LogProgramGone 1",
    "HostDiskFilling 1",
    "HostDiskFilling 2",
    "LogLinesNotArriving 1",
    "Fills 1",
    "Flaps 1",
    "ComesAndGoes 1",
    "MixedWindows 1",
  ]);
});

describe.each(drawn.map((one) => [one.name, one] as const))("%s", (_, one) => {
  test("promtool gives each point", async () => {
    expect(await failureOfPoints(one)).toBe("");
  });
});

test("another point would fail", async () => {
  const [one] = drawn;
  const compared = one?.compared?.map((each) => ({
    ...each,
    bad: each.bad.map(({ atMs, level }, index) => ({ atMs, level: index === 7 ? 7 : level })),
  }));
  if (!one || !compared) throw new Error("there is no case");
  expect(await failureOfPoints({ ...one, compared })).toContain("got:");
});
