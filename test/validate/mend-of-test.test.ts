import { expect, test } from "vitest";
import { proofsOf } from "../../generators/proof/proofs.ts";
import { mendOfTest } from "../../scripts/validate/prometheus/mend-of-test.ts";
import { model } from "../proof/every-shape.ts";

const path = "prometheus/tests/Below.test.yml";
const command = ": promtool test rules out/prometheus/tests/Below.test.yml";

test.each([
  [undefined, `mend the rule or its scenario${command}`],
  ["silent at the edge", expect.stringMatching(/^it rings at `edge`: mend .*: promtool test rules out\//)],
  [
    "scenario 2: silent when all is well",
    expect.stringMatching(/^it rings while all is well: .*`quiet`.*: promtool/),
  ],
  ["silent when its counters start again", `mend the rule or its scenario${command}`],
  ["scenario 2: rings, and rings no more", expect.stringMatching(/`after`.*: promtool test rules out\//)],
  ["example 2: has its value", expect.stringMatching(/last digits.*rounder.*: promtool test rules/)],
  ["a number, or none, without traffic", expect.stringMatching(/NaN.*\.gt\(0\)\.series\(\).*: promtool/)],
])("of the test %j", (name, mend) => {
  expect(mendOfTest(name, path)).toEqual(mend);
});

test("the tests that these are about have these names", () => {
  const names = proofsOf(model).flatMap(({ testFile }) => testFile.tests.map(({ name }) => name));
  const endings = [
    "has its value",
    "silent when all is well",
    "silent at the edge",
    "rings, and rings no more",
    "a number, or none, without traffic",
  ];
  for (const ending of endings) {
    expect(names.filter((name) => name.endsWith(ending))).not.toEqual([]);
  }
});
