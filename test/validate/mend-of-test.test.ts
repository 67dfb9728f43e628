import { expect, test } from "vitest";
import { proofsOf } from "../../generators/proof/proofs.ts";
import { mendOfTest } from "../../scripts/validate/prometheus/mend-of-test.ts";
import { model } from "../proof/every-shape.ts";

const path = "prometheus/tests/Below.test.yml";
const command = ": promtool test rules out/prometheus/tests/Below.test.yml";

test.each([
  [undefined, `mend the rule or its scenario${command}`],
  ["silent at the edge", `mend the rule or its scenario${command}`],
  ["scenario 2: rings, and rings no more", expect.stringMatching(/`after`.*: promtool test rules out\//)],
  ["a number, or none, without traffic", expect.stringMatching(/NaN.*\.gt\(0\)\.series\(\).*: promtool/)],
])("of the test %j", (name, mend) => {
  expect(mendOfTest(name, path)).toEqual(mend);
});

test("the tests that these are about have these names", () => {
  const names = proofsOf(model).flatMap(({ testFile }) => testFile.tests.map(({ name }) => name));
  for (const ending of ["rings, and rings no more", "a number, or none, without traffic"]) {
    expect(names.filter((name) => name.endsWith(ending))).not.toEqual([]);
  }
});
