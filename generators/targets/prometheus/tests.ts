import { making } from "../../keep/keeper.ts";
import type { Files, OutputOfEach } from "../../output.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { printYaml } from "../../text/yaml.ts";

/** For each rule a file of tests, and one of the rules that it tests: promtool evaluates all that it loads at every step. */
export const prometheusTests: OutputOfEach<TestedModel> = function* ({ ruleTests }) {
  for (const ruleTest of ruleTests)
    yield making(`test files of ${ruleTest.rule.id}`, { ruleTest }, testFiles);
};

function testFiles({ ruleTest }: { readonly ruleTest: RuleTest }): Files {
  return filesOf(ruleTest);
}

/** The two files of a rule test, by their paths under out/. */
export function filesOf({ fileName, rule, ruleFile, testFile }: RuleTest): Files {
  // What its author allowed to be without a scenario has nothing to test.
  if (testFile.tests.length === 0) return {};
  const source = rule.place.file;
  return {
    [`prometheus/tests/${fileName}.test.yml`]: printYaml(testFile, { source }),
    [`prometheus/tests/rules/${fileName}.yml`]: printYaml(ruleFile, { source }),
  };
}
