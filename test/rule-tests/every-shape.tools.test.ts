import { beforeAll, describe, expect, test } from "vitest";
import { ruleTestsOf } from "../../generators/rule-tests/tested-model.ts";
import { model } from "./every-shape.ts";
import { mutationsOf } from "./mutations.ts";
import { failuresOfEach, type Tested } from "./promtool.ts";

const ruleTests = ruleTestsOf(model);

/** Changes that change nothing. */
const equal: Readonly<Record<string, readonly string[]>> = {
  // 1 is above 0, whether 0 itself would fire or not.
  Always: ["the other strictness"],
  // Of the last two scrapes one has still found the target up when the other fails.
  ShopApiBlindLow: ["window halved"],
};

interface Case extends Tested {
  readonly name: string;
  /** What is changed about the rule; nothing where it is as it was. */
  readonly what: string | undefined;
}

const cases: readonly Case[] = ruleTests.flatMap((ruleTest) => {
  const { name, ruleFile, testFile } = ruleTest;
  const mutations = mutationsOf(ruleFile, name).filter(
    ({ what, ruleFile: changed }) => !equal[name]?.includes(what) && !isSame(changed, ruleFile),
  );
  return [
    { name, what: undefined, ruleFile, testFile },
    ...mutations.map((mutation) => ({ name, what: mutation.what, ruleFile: mutation.ruleFile, testFile })),
  ];
});

// One promtool for all of them: most of the time goes into starting it.
let failures: ReadonlyMap<Case, string>;
beforeAll(async () => {
  const found = await failuresOfEach(cases);
  failures = new Map(cases.map((one, index) => [one, found[index] ?? ""]));
});

describe.each(ruleTests.map((ruleTest) => [ruleTest.name, ruleTest] as const))("%s", (name, ruleTest) => {
  const own = cases.filter((one) => one.name === name);

  test("nothing keeps it from being tested", () => {
    expect(ruleTest.complaints).toEqual([]);
    expect(ruleTest.testFile.tests.length).toBeGreaterThan(0);
  });

  test.each(own.filter(({ what }) => what === undefined))("promtool finds that its tests hold", (one) => {
    expect(failures.get(one)).toBe("");
  });

  test.each(own.filter(({ what }) => what !== undefined))("$what makes a test fail", (one) => {
    expect(failures.get(one)).not.toBe("");
  });
});

/** The same but for the white space in its expressions. */
function isSame(a: object, b: object): boolean {
  const text = (value: object) => JSON.stringify(value).replace(/(?:\\n|\s)+/g, "");
  return text(a) === text(b);
}
