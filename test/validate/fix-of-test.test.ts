import { expect, test } from "vitest";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { fixOfTest } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import { model } from "../rule-tests/every-shape.ts";

const command = ": signalbox validate --rule Below";

test.each([
  [undefined, `fix the rule or its scenario${command}`],
  ["silent at the limit", expect.stringMatching(/^it fires at `limit`: fix .*: signalbox validate/)],
  [
    "scenario 2: silent when all is well",
    expect.stringMatching(/^it fires while all is well: .*`ok`.*: signalbox validate/),
  ],
  ["silent when its counters reset", `fix the rule or its scenario${command}`],
  ["scenario 2: fires, then resolves", expect.stringMatching(/`after`.*: signalbox validate/)],
  ["fires within 10m, and stops by itself", expect.stringMatching(/`within`.*: signalbox validate/)],
  ["example 2: has its value", expect.stringMatching(/last digits.*rounder.*: signalbox validate/)],
  [
    "a number, or none, without traffic",
    expect.stringMatching(/NaN.*\.gt\(0\)\.series\(\).*: signalbox validate/),
  ],
])("of the test %j", (name, fix) => {
  expect(fixOfTest(name, "Below")).toEqual(fix);
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
