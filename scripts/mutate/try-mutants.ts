import { mutatedRules } from "../../generators/mutation/mutated-proof.ts";
import type { Mutant } from "../../generators/mutation/mutant.ts";
import type { MutantResult } from "../../generators/mutation/result.ts";
import { waiverOf } from "../../generators/mutation/waivers.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest, RuleFile } from "../../generators/rule-tests/rule-test.ts";
import { printYaml } from "../../generators/text/yaml.ts";
import type { TestResult } from "./junit-results.ts";
import { runTrials, type Trial, type TrialOptions } from "./run-trials.ts";

/** A proof, and the slips that it is to notice. */
export interface Attempt {
  readonly proof: RuleTest;
  readonly mutants: readonly Mutant[];
}

/** The proofs that hold no longer, though nothing was changed: a mutant would be killed for nothing. */
export async function brokenProofs(proofs: readonly RuleTest[], options: TrialOptions): Promise<Problem[]> {
  const trials = proofs.map((proof) => trialOf(proof, testText(proof), proof.ruleFile));
  const results = await runTrials(trials, options);
  return proofs.flatMap(({ rule }, index) => {
    const result = results[index];
    if (!result || result.hasPassed) return [];
    return [
      {
        check: "proofs-hold",
        place: rule.place,
        message: `the proof of ${rule.kind} "${rule.name}" fails as it is:\n  ${result.failure.trim()}`,
        fix: 'fix it first: "signalbox validate" says the same',
      },
    ];
  });
}

export interface AttemptOptions extends Pick<TrialOptions, "promtool"> {
  /** Is told what came of some mutants as soon as it is known. */
  readonly onTried?: (results: readonly MutantResult[]) => void;
}

/** Runs each proof on each of its mutants: a mutant on which it fails is killed. */
export async function tryMutants(
  attempts: readonly Attempt[],
  { promtool, onTried }: AttemptOptions,
): Promise<MutantResult[]> {
  const tried = attempts.flatMap(({ proof, mutants }) => {
    const tests = testText(proof);
    return mutants.map((mutant) => ({
      mutant,
      trial: trialOf(proof, tests, mutatedRules(proof, mutant.mutated)),
    }));
  });
  const judged = (tests: readonly TestResult[], from: number): MutantResult[] =>
    tried
      .slice(from, from + tests.length)
      .map(({ mutant }, index) => resultOf(mutant, tests[index] ?? passed));
  const trials = tried.map(({ trial }) => trial);
  const onDone = (tests: readonly TestResult[], from: number) => onTried?.(judged(tests, from));
  return judged(await runTrials(trials, { promtool, onDone }), 0);
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

/** A rule that Prometheus would refuse is no slip that needs a test: signalbox must not make one. */
function assertIsRule({ rule, id, mutated }: Mutant, failure: string): void {
  if (!/: group ".*", rule \d+, ".*": /.test(failure)) return;
  throw new Error(`mutant "${id}" of ${rule.name} is no rule: ${mutated.expr}\n${failure}`);
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
