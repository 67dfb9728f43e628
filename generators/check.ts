import type { Place } from "./language/place.ts";
import type { Allowing } from "./definition.ts";
import type { Model } from "./model/model.ts";
import type { Problem } from "./problem.ts";
import { suggestion } from "./promql/suggestion.ts";

/** Something that a check found wrong with a definition. */
export interface Finding {
  readonly definition: Allowing;
  /** Left out: the place of the definition. */
  readonly place?: Place;
  readonly message: string;
  readonly fix: string;
}

/** A rule that every model must keep. */
export interface Check<M extends Model = Model> {
  /** A positive statement, and the name of its file: `thresholds-are-reachable`. */
  readonly id: string;
  readonly find: (model: M) => Iterable<Finding>;
  /**
   * True: it asks whether something is used, and an allowance says that it stands ahead of its use. It may stay when the use
   * comes: who adds the first alert of a severity need not look for the reason for which it was kept.
   */
  readonly isAboutUse?: boolean;
}

const allowancesApply = "allowances-apply";

/**
 * Runs all checks and gives what their authors did not allow.
 *
 * An allowance for which nothing was found, or for a check that does not exist, is a problem itself: else it would hide the
 * next mistake.
 */
export function runChecks<M extends Model>(
  checks: readonly Check<M>[],
  model: M,
  definitions: readonly Allowing[],
): Problem[] {
  const problems: Problem[] = [];
  const used = new Map<Allowing, Set<string>>();
  for (const check of checks) {
    for (const finding of check.find(model)) {
      const { definition } = finding;
      if (definition.allow?.[check.id] === undefined) problems.push(problemOf(check, finding));
      else used.set(definition, (used.get(definition) ?? new Set()).add(check.id));
    }
  }
  const known = new Map(checks.map((check) => [check.id, check]));
  return [...problems, ...definitions.flatMap((definition) => vainAllowances(definition, used, known))];
}

function problemOf({ id }: Pick<Check, "id">, { definition, place, message, fix }: Finding): Problem {
  return { check: id, place: place ?? definition.place, message, fix };
}

function vainAllowances(
  definition: Allowing,
  used: ReadonlyMap<Allowing, ReadonlySet<string>>,
  known: ReadonlyMap<string, Pick<Check, "isAboutUse">>,
): Problem[] {
  const { place, allow = {} } = definition;
  const vain = (message: string, fix: string): Problem => ({ check: allowancesApply, place, message, fix });
  return Object.entries(allow).flatMap(([id, reason]) => {
    if (!known.has(id)) {
      return vain(
        `there is no check "${id}" to allow${suggestion(id, [...known.keys()])}`,
        "take it out, or fix its name",
      );
    }
    if (!used.get(definition)?.has(id) && !known.get(id)?.isAboutUse) {
      return vain(`"${id}" is allowed, but finds nothing here`, "take the allowance out");
    }
    return saysNothing(reason) ? vain(`"${id}" is allowed without a reason`, "say why it is right here") : [];
  });
}

/** Nothing but dots: the `…` of a fix that was copied and not filled in. */
export function saysNothing(text: string): boolean {
  return /^[\s.…]*$/.test(text);
}
