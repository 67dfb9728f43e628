import { expect, test } from "vitest";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { fixOfTest } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import { model } from "../rule-tests/every-shape.ts";

const path = "prometheus/tests/Below.test.yml";
const command = ": promtool test rules out/prometheus/tests/Below.test.yml";

test.each([
  [undefined, `fix the rule or its scenario${command}`],
  ["silent at the limit", expect.stringMatching(/^it fires at `limit`: fix .*: promtool test rules out\//)],
  [
    "scenario 2: silent when all is well",
    expect.stringMatching(/^it fires while all is well: .*`ok`.*: promtool/),
  ],
  ["silent when its counters reset", `fix the rule or its scenario${command}`],
  ["scenario 2: fires, then resolves", expect.stringMatching(/`after`.*: promtool test rules out\//)],
  ["example 2: has its value", expect.stringMatching(/last digits.*rounder.*: promtool test rules/)],
  ["a number, or none, without traffic", expect.stringMatching(/NaN.*\.gt\(0\)\.series\(\).*: promtool/)],
])("of the test %j", (name, fix) => {
  expect(fixOfTest(name, path)).toEqual(fix);
});

test("the tests that these are about have these names", () => {
  const names = ruleTestsOf(model).flatMap(({ shows }) => shows);
  const endings = [
    "has its value",
    "silent when all is well",
    "silent at the limit",
    "fires, then resolves",
    "a number, or none, without traffic",
  ];
  for (const ending of endings) {
    expect(names.filter((name) => name.endsWith(ending))).not.toEqual([]);
  }
});
