import type { Problem } from "../problem.ts";
import type { Rule } from "./mutant.ts";
import type { MutantResult } from "./result.ts";
import { percent } from "./result.ts";
import { waiverProblems } from "./waivers.ts";
import { whatToAdd } from "./what-to-add.ts";

/** More than one in twenty waived: then the reasons are excuses. */
const mostWaived = 0.05;

/** What must be fixed: slips that no test notices, and waivers that waive nothing. */
export function mutationProblems(results: readonly MutantResult[]): Problem[] {
  const rules = [...new Set(results.map(({ mutant }) => mutant.rule))];
  const survivors = results.filter(({ outcome }) => outcome === "survived").map(survivorProblem);
  return [...survivors, ...rules.flatMap((rule) => problemsOfWaivers(rule, results))];
}

/** What a mutant that survived says of its rule's tests. */
export function survivorProblem({ mutant }: MutantResult): Problem {
  const { rule, what, id } = mutant;
  const isOfExpression = mutant.mutated.expr !== rule.expr;
  return {
    check: "mutants-are-killed",
    place: isOfExpression ? rule.exprPlace : rule.place,
    message: `${rule.kind} "${rule.name}": no test notices ${what}`,
    fix: `${whatToAdd(mutant)}; where nobody could ever tell the two apart, waive "${id}" in equivalentMutants`,
  };
}

function problemsOfWaivers(rule: Rule, results: readonly MutantResult[]): Problem[] {
  const own = results.filter(({ mutant }) => mutant.rule === rule);
  const unnoticed = own.filter(({ outcome }) => outcome !== "killed").map(({ mutant }) => mutant.id);
  return waiverProblems(
    rule,
    own.map(({ mutant }) => mutant),
    new Set(unnoticed),
  );
}

/** That too much is waived, of all mutants of all rules. */
export function tooManyWaived(waived: number, mutants: number): Problem[] {
  if (waived <= mutants * mostWaived) return [];
  return [
    {
      check: "few-mutants-are-waived",
      place: { file: "definitions/index.ts", line: 1 },
      message: `${percent(waived / mutants)} of all mutants are waived, and at most ${percent(mostWaived)} may be`,
      fix: "let scenarios notice some of them, or write the rules so that they have fewer",
    },
  ];
}
