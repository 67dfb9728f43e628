import { expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { failuresOfGenerated } from "./promtool.ts";
import { compiled, model } from "./small-slos.ts";

test("SLOs of every kind compile, and no check has anything against what they yield", () => {
  expect(compiled.problems.map(formatProblem)).toEqual([]);
});

test("each of their rules has tests, and promtool finds that the tests hold", async () => {
  const ofSlos = ruleTestsOf(model).filter(({ rule }) => rule.group.startsWith("slo_"));
  // Of two windows: 11 recordings and 2 budgets more; of each other: 11. Alerts: 4, 2 and 2.
  expect(ofSlos).toHaveLength(13 + 11 + 11 + 4 + 2 + 2);
  for (const { name, shows } of ofSlos) expect(shows.length, name).toBeGreaterThan(1);
  expect(await failuresOfGenerated()).toBe("");
});
