import type { Model } from "../../generators/model/model.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import {
  mutationProblems,
  survivorProblem,
  tooManyWaived,
  waiverOf,
} from "../../generators/mutation/problems.ts";
import type { MutantResult } from "../../generators/mutation/results.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { failingRuleTests, tryMutants, type Attempt } from "./try-mutants.ts";

/** What is reported while it runs. */
export interface MutationProgress {
  /** Receives how many of all rule tests have been run without a mutant. */
  readonly onChecked?: (checked: number, all: number) => void;
  /** Receives how many of all mutants have been tried. */
  readonly onProgress?: (tried: number, all: number) => void;
  /** Receives each mutant that survives, at once. */
  readonly onSurvivor?: (problem: Problem) => void;
}

export interface MutateOptions extends MutationProgress {
  readonly model: Model;
  /** Of the rules that are mutated. */
  readonly ruleTests: readonly RuleTest[];
  readonly promtool: { readonly path: string };
}

export type MutateOutcome =
  /** Some tests fail already. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "tried";
      readonly results: readonly MutantResult[];
      readonly problems: readonly Problem[];
    };

/** Tries every mutant of the rules that these tests are for, and says which ones they do not notice. */
export async function mutate(options: MutateOptions): Promise<MutateOutcome> {
  const { model, ruleTests, promtool, onChecked, onProgress, onSurvivor } = options;
  let checked = 0;
  const failing = await failingRuleTests(ruleTests, {
    promtool,
    onDone: ({ length }) => onChecked?.((checked += length), ruleTests.length),
  });
  if (failing.length > 0) return { kind: "refused", problems: failing };
  const attempts = ruleTests.map((ruleTest): Attempt => ({
    ruleTest,
    mutants: mutantsOf(ruleTest.rule, model),
  }));
  const all = attempts.reduce((sum, { mutants }) => sum + mutants.length, 0);
  let tried = 0;
  const onTried = (results: readonly MutantResult[]) => {
    for (const result of results) if (result.outcome === "survived") onSurvivor?.(survivorProblem(result));
    tried += results.length;
    onProgress?.(tried, all);
  };
  const results = await tryMutants(attempts, { promtool, onTried });
  return { kind: "tried", results, problems: [...mutationProblems(results), ...waivedOf(model)] };
}

/** Counted over all rules, whichever of them were tried. */
function waivedOf(model: Model): Problem[] {
  const mutants = [...model.recordings, ...model.alerts].flatMap((rule) => mutantsOf(rule, model));
  return tooManyWaived(mutants.filter((mutant) => waiverOf(mutant) !== undefined).length, mutants.length);
}
