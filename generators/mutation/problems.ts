import type { Problem } from "../problem.ts";
import { suggestion } from "../text/suggestion.ts";
import { type Mutant, whatToAdd } from "./mutants.ts";
import type { Rule } from "./operator.ts";
import { type MutantResult, percentText } from "./results.ts";

/** If more than one in twenty is waived, the reasons are excuses. */
const mostWaived = 0.05;

/**
 * What must be fixed: mistakes that no test notices, and waivers that waive nothing.
 *
 * @param unknown mutants of which it is not known: which waivers of their rules are of use is not known either
 */
export function mutationProblems(
  results: readonly MutantResult[],
  unknown: readonly Pick<Mutant, "rule">[] = [],
): Problem[] {
  const partly = new Set(unknown.map(({ rule }) => rule));
  const rules = [...new Set(results.map(({ mutant }) => mutant.rule))].filter((rule) => !partly.has(rule));
  const survivors = results.filter(({ outcome }) => outcome === "survived").map(survivorProblem);
  return [...survivors, ...rules.flatMap((rule) => waiverProblems(rule, results))];
}

/** What a mutant that survived says about the tests of its rule. */
export function survivorProblem({ mutant }: MutantResult): Problem {
  const { rule, what, id } = mutant;
  const isOfExpression = mutant.mutated.expr !== rule.expr;
  return {
    check: "mutants-are-killed",
    place: isOfExpression ? rule.exprPlace : rule.place,
    message: `${rule.kind} "${rule.id}": its tests still pass with ${what}`,
    fix: `${whatToAdd(mutant)}; if nobody could ever tell the two apart, waive "${id}" in equivalentMutants`,
  };
}

/** Why a mutant need not be noticed; undefined where it must be. */
export function waiverOf({ rule, id }: Pick<Mutant, "rule" | "id">): string | undefined {
  const waivers = rule.equivalentMutants;
  // A waiver without a reason is reported as a problem, and waives nothing.
  return Object.hasOwn(waivers, id) && waivers[id]?.trim() !== "" ? waivers[id] : undefined;
}

/** The waivers of a rule that waive nothing: they would hide the next mistake. */
function waiverProblems(rule: Rule, results: readonly MutantResult[]): Problem[] {
  const own = results.filter(({ mutant }) => mutant.rule === rule);
  const ids = own.map(({ mutant }) => mutant.id);
  return Object.entries(rule.equivalentMutants).flatMap(([id, reason]) => {
    const problem = (message: string, fix: string): Problem[] => [
      {
        check: "equivalent-mutants-apply",
        place: rule.place,
        message: `${rule.kind} "${rule.id}": ${message}`,
        fix,
      },
    ];
    const result = own.find(({ mutant }) => mutant.id === id);
    if (!result)
      return problem(
        `there is no mutant "${id}" to waive${suggestion(id, ids)}`,
        "remove the waiver, or correct its id",
      );
    if (result.outcome === "killed")
      return problem(`"${id}" is waived, but the tests notice it`, "remove the waiver");
    return reason.trim() === ""
      ? problem(`"${id}" is waived without a reason`, "say why nobody could ever see the difference")
      : [];
  });
}

/** That too much is waived, of all mutants of all rules. */
export function tooManyWaived(waived: number, mutants: number): Problem[] {
  if (waived <= mutants * mostWaived) return [];
  return [
    {
      check: "few-mutants-are-waived",
      place: { file: "definitions/index.ts", line: 1 },
      message: `${percentText(waived / mutants)} of all mutants are waived, and at most ${percentText(mostWaived)} may be`,
      fix: "add scenarios that notice some of them, or write the rules so that they have fewer",
    },
  ];
}
