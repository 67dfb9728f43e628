import type { Model } from "../../generators/model/model.ts";
import { mutantsOf } from "../../generators/mutation/mutants-of.ts";
import {
  mutationProblems,
  survivorProblem,
  tooManyWaived,
} from "../../generators/mutation/mutation-problems.ts";
import type { MutantResult } from "../../generators/mutation/result.ts";
import { waiverOf } from "../../generators/mutation/waivers.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { brokenProofs, tryMutants, type Attempt } from "./try-mutants.ts";

/** Who wants to know how it goes on. */
export interface MutationProgress {
  /** Is told how many of all proofs have been run as they are. */
  readonly onChecked?: (checked: number, all: number) => void;
  /** Is told how many of all mutants have been tried. */
  readonly onProgress?: (tried: number, all: number) => void;
  /** Is told of each mutant that survives, at once. */
  readonly onSurvivor?: (problem: Problem) => void;
}

export interface MutateOptions extends MutationProgress {
  readonly model: Model;
  /** Of the rules to be tried. */
  readonly proofs: readonly RuleTest[];
  readonly promtool: { readonly path: string };
}

export type MutateOutcome =
  /** There is no proof to try: it fails as it is. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  | {
      readonly kind: "tried";
      readonly results: readonly MutantResult[];
      readonly problems: readonly Problem[];
    };

/** Tries every mutant of these proofs' rules, and says which ones nobody would notice. */
export async function mutate(options: MutateOptions): Promise<MutateOutcome> {
  const { model, proofs, promtool, onChecked, onProgress, onSurvivor } = options;
  let checked = 0;
  const broken = await brokenProofs(proofs, {
    promtool,
    onDone: ({ length }) => onChecked?.((checked += length), proofs.length),
  });
  if (broken.length > 0) return { kind: "refused", problems: broken };
  const attempts = proofs.map((proof): Attempt => ({ proof, mutants: mutantsOf(proof.rule, model) }));
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
