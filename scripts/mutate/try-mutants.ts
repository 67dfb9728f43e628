import type { Model } from "../../generators/model/model.ts";
import { type Mutant, mutantsOf } from "../../generators/mutation/mutants.ts";
import { waiverOf } from "../../generators/mutation/problems.ts";
import type { MutantResult } from "../../generators/mutation/results.ts";
import type { RuleTest } from "../../generators/rule-tests/rule-test.ts";
import { withAddedLabel } from "../../generators/rule-tests/with-added-label.ts";
import { afterTrial, attemptOf, type Attempt, type Fault, nextTrials, withVerdicts } from "./attempt.ts";
import type { Course } from "./course.ts";
import { runTrials, type TrialOptions } from "./run-trials.ts";
import { seesOthers } from "./sees-others.ts";
import type { Trial } from "./trial.ts";
import type { TrialResult } from "./trial-result.ts";
import type { Verdicts } from "./verdicts.ts";

/** Where promtool gives no answer so often it is promtool itself, and the others would take as long to say so. */
const mostBroken = 10;

export interface TryOptions extends Pick<TrialOptions, "promtool" | "isStopped"> {
  readonly verdicts: Verdicts;
  /** Receives what became of some mutants as soon as it is known. */
  readonly onTried?: (results: readonly MutantResult[]) => void;
}

/** What became of the mutants of some rules. */
export interface Tried {
  /** In the order of the rules and of their mutants; without those of which nothing is known. */
  readonly results: readonly MutantResult[];
  /** Mutants that promtool could not be run on, and why. */
  readonly broken: readonly { readonly mutant: Mutant; readonly why: string }[];
  /** Rules whose tests say nothing about mutants, and why. */
  readonly faults: readonly (Fault & { readonly ruleTest: RuleTest })[];
  /** Those whose turn never came. */
  readonly untried: readonly Mutant[];
}

/** Has each mutant meet the tests of its rule, one group after the other until one notices it. */
export async function tryMutants(
  ruleTests: readonly RuleTest[],
  model: Model,
  { promtool, verdicts, isStopped, onTried = () => {} }: TryOptions,
): Promise<Tried> {
  const attempts = new Map(
    ruleTests.map((ruleTest) => {
      const { rule } = ruleTest;
      const begun = attemptOf(ruleTest, mutantsOf(rule, model), {
        isAlone: seesOthers(ruleTest, model),
        relabel: (texts, names) => withAddedLabel(texts, rule, model, names),
      });
      return [ruleTest, withVerdicts(begun, verdicts)];
    }),
  );
  for (const { courses } of attempts.values()) onTried(resultsOf(courses));
  const onDone = (trial: Trial, result: TrialResult): void => {
    const before = attempts.get(trial.ruleTest);
    if (!before) return;
    const after = afterTrial(before, trial, result, verdicts);
    attempts.set(trial.ruleTest, after);
    onTried(resultsOf(after.courses.filter((_, index) => before.courses[index]?.end === undefined)));
  };
  const isOver = () => isStopped() || brokenIn([...attempts.values()]) >= mostBroken;
  while (!isOver()) {
    const trials = [...attempts.values()].flatMap((one) => nextTrials(one, verdicts));
    if (trials.length === 0) break;
    await runTrials(trials, { promtool, isStopped: isOver, onDone });
  }
  return outcomeOf([...attempts.values()]);
}

function brokenIn(attempts: readonly Attempt[]): number {
  const isBroken = ({ end }: Course) => typeof end === "object";
  return attempts.reduce(
    (sum, { fault, courses }) => sum + courses.filter(isBroken).length + (fault?.kind === "broken" ? 1 : 0),
    0,
  );
}

function outcomeOf(attempts: readonly Attempt[]): Tried {
  const sound = attempts.filter(({ fault }) => fault === undefined);
  const courses = sound.flatMap((one) => one.courses);
  return {
    results: resultsOf(courses),
    broken: courses.flatMap(({ mutant, end }) =>
      typeof end === "object" ? [{ mutant, why: end.broken }] : [],
    ),
    faults: attempts.flatMap(({ ruleTest, fault }) => (fault ? [{ ruleTest, ...fault }] : [])),
    untried: courses.flatMap(({ mutant, end }) => (end === undefined ? [mutant] : [])),
  };
}

function resultsOf(courses: readonly Course[]): MutantResult[] {
  return courses.flatMap(({ mutant, end }): MutantResult[] => {
    if (end === "noticed") return [{ mutant, outcome: "killed", reason: undefined }];
    if (end !== "unnoticed") return [];
    const reason = waiverOf(mutant);
    return [{ mutant, outcome: reason === undefined ? "survived" : "waived", reason }];
  });
}
