import type { Problem } from "../problem.ts";
import { suggestion } from "../promql/suggestion.ts";
import type { Mutant, Rule } from "./mutant.ts";

const check = "equivalent-mutants-apply";

/** Why a mutant need not be noticed; undefined where it must be. */
export function waiverOf({ rule, id }: Pick<Mutant, "rule" | "id">): string | undefined {
  const waivers = rule.definition.equivalentMutants ?? {};
  // A waiver without a reason is told as a problem, and waives nothing.
  return Object.hasOwn(waivers, id) && waivers[id]?.trim() !== "" ? waivers[id] : undefined;
}

/**
 * The waivers of a rule that waive nothing: else they would hide the next slip.
 *
 * @param survivors ids of its mutants that the proof does not notice
 */
export function waiverProblems(
  rule: Rule,
  mutants: readonly Pick<Mutant, "id">[],
  survivors: ReadonlySet<string>,
): Problem[] {
  const ids = mutants.map(({ id }) => id);
  return Object.entries(rule.definition.equivalentMutants ?? {}).flatMap(([id, reason]) => {
    const problem = (message: string, fix: string): Problem[] => [
      { check, place: rule.place, message: `${rule.kind} "${rule.name}": ${message}`, fix },
    ];
    if (!ids.includes(id)) {
      return problem(
        `there is no mutant "${id}" to waive${suggestion(id, ids)}`,
        "take it out, or fix its id",
      );
    }
    if (!survivors.has(id)) {
      return problem(`"${id}" is waived, but the proof notices it`, "take the waiver out");
    }
    return reason.trim() === ""
      ? problem(`"${id}" is waived without a reason`, "say why nobody could see the difference")
      : [];
  });
}
