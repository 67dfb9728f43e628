import type { Mutant } from "../../generators/mutation/mutants.ts";
import type { MutantResult } from "../../generators/mutation/results.ts";
import { waiverOf } from "../../generators/mutation/problems.ts";
import type { Rule } from "../../generators/mutation/operator.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest, RuleEntry, RuleFile } from "../../generators/rule-tests/rule-test.ts";
import { ruleEntry } from "../../generators/rule-tests/rule-entry.ts";
import { printYaml } from "../../generators/text/yaml.ts";
import { runTrials, type TestResult, type Trial, type TrialOptions } from "./run-trials.ts";

/** The tests of a rule, and the mutants that they should notice. */
export interface Attempt {
  readonly ruleTest: RuleTest;
  readonly mutants: readonly Mutant[];
}

/** The rule tests that fail though nothing was changed: they would kill every mutant. */
export async function failingRuleTests(
  ruleTests: readonly RuleTest[],
  options: TrialOptions,
): Promise<Problem[]> {
  const trials = ruleTests.map((one) => trialOf(one, testText(one), one.ruleFile));
  const results = await runTrials(trials, options);
  return ruleTests.flatMap(({ rule }, index) => {
    const result = results[index];
    if (!result || result.hasPassed) return [];
    return [
      {
        check: "rule-tests-pass",
        place: rule.place,
        message: `the test of ${rule.kind} "${rule.name}" fails without any mutation:\n  ${result.failure.trim()}`,
        fix: 'fix it first: "signalbox validate" reports the same',
      },
    ];
  });
}

export interface AttemptOptions extends Pick<TrialOptions, "promtool"> {
  /** Receives what became of some mutants as soon as it is known. */
  readonly onTried?: (results: readonly MutantResult[]) => void;
}

/** Runs each rule test on each mutant of its rule: a mutant that makes it fail is killed. */
export async function tryMutants(
  attempts: readonly Attempt[],
  { promtool, onTried }: AttemptOptions,
): Promise<MutantResult[]> {
  const tried = attempts.flatMap(({ ruleTest, mutants }) => {
    const tests = testText(ruleTest);
    return mutants.map((mutant) => ({
      mutant,
      trial: trialOf(ruleTest, tests, mutatedRules(ruleTest, mutant.mutated)),
    }));
  });
  const resultsFrom = (tests: readonly TestResult[], from: number): MutantResult[] =>
    tried
      .slice(from, from + tests.length)
      .map(({ mutant }, index) => resultOf(mutant, tests[index] ?? passed));
  const trials = tried.map(({ trial }) => trial);
  const onDone = (tests: readonly TestResult[], from: number) => onTried?.(resultsFrom(tests, from));
  return resultsFrom(await runTrials(trials, { promtool, onDone }), 0);
}

const passed: TestResult = { hasPassed: true, failure: "" };

function resultOf(
  mutant: Mutant,
  test: { readonly hasPassed: boolean; readonly failure: string },
): MutantResult {
  if (!test.hasPassed) {
    assertIsRule(mutant, test.failure);
    return { mutant, outcome: "killed", reason: undefined };
  }
  const reason = waiverOf(mutant);
  return { mutant, outcome: reason === undefined ? "survived" : "waived", reason };
}

/** No test is needed for a rule that Prometheus refuses: signalbox must not make one. */
function assertIsRule({ rule, id, mutated }: Mutant, failure: string): void {
  if (!/: group ".*", rule \d+, ".*": /.test(failure)) return;
  throw new Error(`mutant "${id}" of ${rule.name} is not a valid rule: ${mutated.expr}\n${failure}`);
}

function testText({ testFile, rule }: RuleTest): string {
  return printYaml(testFile, { source: rule.place.file });
}

/** The tests as they are deployed, with these rules. */
function trialOf({ fileName, rule }: RuleTest, tests: string, rules: RuleFile): Trial {
  const testFile = `${fileName}.test.yml`;
  const files = {
    [testFile]: tests,
    [`rules/${fileName}.yml`]: printYaml(rules, { source: rule.place.file }),
  };
  return { testFile, files };
}

/** The rules that a test loads, with a mutant in the place of the tested one; the tests stay as they are. */
function mutatedRules({ ruleFile, rule }: Pick<RuleTest, "ruleFile" | "rule">, mutated: Rule): RuleFile {
  const entry = ruleEntry(mutated);
  const isTested = (other: RuleEntry) => other["alert"] === rule.name || other["record"] === rule.name;
  const groups = ruleFile.groups.map((group) => ({
    ...group,
    rules: group.rules.map((other) => (isTested(other) ? entry : other)),
  }));
  return { groups };
}
