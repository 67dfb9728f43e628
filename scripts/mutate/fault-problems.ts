import type { Problem } from "../../generators/problem.ts";
import { commandToRun } from "../command-line.ts";
import type { Tried } from "./try-mutants.ts";

/** What kept mutants from being tried: a rule test that fails with the rule as it is, or a promtool that gives no answer. */
export function faultProblems({ faults, broken }: Pick<Tried, "faults" | "broken">): Problem[] {
  const ofRules = faults.map(({ kind, why, ruleTest: { rule } }): Problem => {
    const subject = `the test of ${rule.kind} "${rule.id}"`;
    return kind === "fails"
      ? {
          check: "rule-tests-pass",
          place: rule.place,
          message: `${subject} fails without any mutation:\n  ${why.trim()}`,
          fix: `fix it first; this shows the same: ${commandToRun("validate")}`,
        }
      : {
          check: "mutants-are-tried",
          place: rule.place,
          message: `${subject} cannot be run:\n  ${why}`,
          fix: `see what validation says of it: ${commandToRun("validate")}`,
        };
  });
  const ofMutants = broken.map(({ mutant, why }): Problem => {
    const { rule, what, mutated } = mutant;
    return {
      check: "mutants-are-tried",
      place: rule.place,
      message: `${rule.kind} "${rule.id}" cannot be tried with ${what}: ${mutated.expr}\n  ${why}`,
      fix: `try this rule by itself: ${commandToRun("mutate", "--rule", rule.id)}`,
    };
  });
  return [...ofRules, ...ofMutants];
}
