import { describe, expect, test } from "vitest";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { model } from "./every-shape.ts";
import { mutationsOf } from "./mutations.ts";
import { failuresOf } from "./promtool.ts";

const ruleTests = ruleTestsOf(model);

/** Changes that change nothing: 1 is above 0, whether 0 itself would fire or not. */
const equal: Readonly<Record<string, readonly string[]>> = {
  Always: ["the other strictness"],
};

describe.each(ruleTests.map((ruleTest) => [ruleTest.name, ruleTest] as const))("%s", (name, ruleTest) => {
  test("nothing keeps it from being tested", () => {
    expect(ruleTest.complaints).toEqual([]);
    expect(ruleTest.testFile.tests.length).toBeGreaterThan(0);
  });

  test("promtool finds that its tests hold", async () => {
    expect(await failuresOf(ruleTest)).toBe("");
  });

  const mutations = mutationsOf(ruleTest.ruleFile, name).filter(
    ({ what, ruleFile }) => !equal[name]?.includes(what) && !isSame(ruleFile, ruleTest.ruleFile),
  );
  test.each(mutations.map(({ what, ruleFile }) => [what, ruleFile] as const))(
    "%s makes a test fail",
    async (_, ruleFile) => {
      expect(await failuresOf({ ...ruleTest, ruleFile })).toContain("FAILED");
    },
  );
});

/** The same but for the white space in its expressions. */
function isSame(a: object, b: object): boolean {
  const text = (value: object) => JSON.stringify(value).replace(/(?:\\n|\s)+/g, "");
  return text(a) === text(b);
}
