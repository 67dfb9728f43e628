import type { Model } from "../../generators/model/model.ts";
import { mutantsOf } from "../../generators/mutation/mutants.ts";
import {
  mutationProblems,
  survivorProblem,
  tooManyWaived,
  waiverOf,
} from "../../generators/mutation/problems.ts";
import type { MutantResult, TriedMutant } from "../../generators/mutation/results.ts";
import type { Problem } from "../../generators/problem.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import type { Shelf } from "../kept/shelf.ts";
import { faultProblems } from "./fault-problems.ts";
import { tryMutants } from "./try-mutants.ts";
import { verdictsOn, type Verdict } from "./verdicts.ts";

/** What is reported while it runs. */
export interface MutationProgress {
  /** Receives how many of all mutants have been tried. */
  readonly onProgress?: (tried: number, all: number) => void;
  /** Receives each mutant that survives, at once. */
  readonly onSurvivor?: (problem: Problem) => void;
}

export interface MutateOptions extends MutationProgress {
  readonly model: Model;
  /** Of the rules that are mutated. */
  readonly ruleTests: readonly RuleTest[];
  readonly promtool: { readonly path: string; readonly version: string };
  /** What promtool has said in earlier runs. */
  readonly shelf: Shelf<Verdict>;
  /** Ends it early, with what is known by then. */
  readonly signal?: AbortSignal;
}

export interface MutateOutcome {
  readonly results: readonly MutantResult<TriedMutant>[];
  readonly problems: readonly Problem[];
  /** How many mutants nothing is known of, because it was ended early. */
  readonly untried: number;
}

/** Tries every mutant of the rules that these tests are for, and says which ones they do not notice. */
export async function mutate(options: MutateOptions): Promise<MutateOutcome> {
  const { model, ruleTests, promtool, shelf, signal, onProgress, onSurvivor } = options;
  const all = ruleTests.reduce((sum, { rule }) => sum + mutantsOf(rule, model).length, 0);
  let done = 0;
  const onTried = (results: readonly MutantResult[]) => {
    for (const result of results) if (result.outcome === "survived") onSurvivor?.(survivorProblem(result));
    done += results.length;
    onProgress?.(done, all);
  };
  const verdicts = verdictsOn(shelf, promtool);
  const isStopped = () => signal?.aborted ?? false;
  const tried = await tryMutants(ruleTests, model, { promtool, verdicts, isStopped, onTried });
  shelf.save();
  const { results, untried } = tried;
  const known = mutationProblems(results, [...untried, ...tried.broken.map(({ mutant }) => mutant)]);
  const problems = [...faultProblems(tried), ...known, ...waivedOf(model)];
  return { results, problems, untried: untried.length };
}

/** Counted over all rules, whichever of them were tried. */
function waivedOf(model: Model): Problem[] {
  const mutants = [...model.recordings, ...model.alerts].flatMap((rule) => mutantsOf(rule, model));
  return tooManyWaived(mutants.filter((mutant) => waiverOf(mutant) !== undefined).length, mutants.length);
}
