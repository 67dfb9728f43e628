import type { Place } from "./language/place.ts";
import type { Allowing } from "./definition.ts";
import type { Model } from "./model/model.ts";
import { comparePlace } from "./text/order.ts";
import type { Problem } from "./problem.ts";
import { suggestion } from "./text/suggestion.ts";

/** Something that a check found wrong with a definition. */
export interface Finding {
  readonly definition: Allowing;
  /** Left out: the place of the definition. */
  readonly place?: Place;
  readonly message: string;
  readonly fix: string;
  /** What of the author's text it is about, the most telling first, where it is in one of many lines. */
  readonly texts?: readonly string[];
  /** Findings of one check with the same cause are one problem, reported at the first place, which names the others. */
  readonly cause?: string;
}

/** What explains an id that problems name: `signalbox explain <id>` and docs/checks/ print it, and a test compiles its examples. */
export interface Explained {
  /** A positive statement, and the name of its file: `thresholds-are-reachable`. */
  readonly id: string;
  /** Why it matters to the people on call, in one or two sentences. */
  readonly why: string;
  /** Where the field says so: the documentation of the program, the SRE book. */
  readonly source: `https://${string}`;
  /** Definitions in which it finds something, and nothing else does. */
  readonly wrong: string;
  /** The same definitions as they should be. */
  readonly right: string;
  /** False: it cannot be suppressed, because nothing that follows would be right. Left out: it can be. */
  readonly suppressible?: boolean;
}

/** What looks for one kind of mistake: in a model, or in the definitions before anything is made of them. */
export interface Finder<M = Model> {
  readonly id: string;
  readonly find: (model: M) => Iterable<Finding>;
  /**
   * True: the check is about unused things, and an allowance says that something is not used yet. It may stay once it is used:
   * whoever adds the first alert of a severity need not look for the allowance that kept it.
   */
  readonly isAboutUse?: boolean;
}

/** A rule that every model must keep. */
export type Check<M = Model> = Explained & Finder<M>;

/** What a fix offers last, ready to be copied. */
export function suppressing(check: string): string {
  return `suppress it with a reason: allow: { "${check}": "…" }`;
}

const allowancesApply = "allowances-apply";

/**
 * Runs all checks and returns the findings that authors did not suppress.
 *
 * An allowance for which nothing was found, or for a check that does not exist, is a problem itself: otherwise it would hide the
 * next mistake.
 */
export function runChecks<M>(
  checks: readonly Finder<M>[],
  model: M,
  definitions: readonly Allowing[],
): Problem[] {
  const problems: Problem[] = [];
  const used = new Map<Allowing, Set<string>>();
  for (const check of checks) {
    const reported: Finding[] = [];
    for (const finding of check.find(model)) {
      const { definition } = finding;
      if (definition.allow?.[check.id] === undefined) reported.push(finding);
      else used.set(definition, (used.get(definition) ?? new Set()).add(check.id));
    }
    problems.push(...byCause(reported).map((same) => problemOf(check, same)));
  }
  const known = new Map(checks.map((check) => [check.id, check]));
  return [...problems, ...definitions.flatMap((definition) => vainAllowances(definition, used, known))];
}

type SameCause = readonly [Finding, ...Finding[]];

function byCause(findings: readonly Finding[]): SameCause[] {
  const causes = new Map<string, SameCause>();
  for (const finding of [...findings].sort((a, b) =>
    comparePlace({ place: placeOf(a) }, { place: placeOf(b) }),
  )) {
    if (finding.cause !== undefined)
      causes.set(finding.cause, [...(causes.get(finding.cause) ?? []), finding] as const);
  }
  return [
    ...causes.values(),
    ...findings.filter(({ cause }) => cause === undefined).map((one) => [one] as const),
  ];
}

function lineOf(finding: Finding): string {
  const { file, line } = placeOf(finding);
  return `${file}:${line}`;
}

function problemOf({ id }: Pick<Finder, "id">, [first, ...others]: SameCause): Problem {
  const own = lineOf(first);
  const places = [...new Set(others.map(lineOf))].filter((place) => place !== own);
  const more = places.length > namedPlaces ? ` and ${places.length - namedPlaces} more places` : "";
  const same = places.length === 0 ? "" : `; the same at ${places.slice(0, namedPlaces).join(", ")}${more}`;
  return {
    check: id,
    place: placeOf(first),
    message: first.message.replace(/$|(?=\n)/, same),
    fix: first.fix,
    ...(first.texts && { texts: first.texts }),
  };
}

/** Nobody reads more than these. */
const namedPlaces = 5;

function placeOf({ definition, place }: Finding): Place {
  return place ?? definition.place;
}

function vainAllowances(
  definition: Allowing,
  used: ReadonlyMap<Allowing, ReadonlySet<string>>,
  known: ReadonlyMap<string, Pick<Finder, "isAboutUse">>,
): Problem[] {
  const { place, allow = {} } = definition;
  const vain = (message: string, fix: string): Problem => ({ check: allowancesApply, place, message, fix });
  return Object.entries(allow).flatMap(([id, reason]) => {
    if (!known.has(id)) {
      return vain(
        `allow names the check "${id}", which does not exist${suggestion(id, [...known.keys()])}`,
        "correct the id, or remove the line",
      );
    }
    if (!used.get(definition)?.has(id) && !known.get(id)?.isAboutUse) {
      return vain(`"${id}" is suppressed here, but it finds nothing`, `remove "${id}" from allow`);
    }
    return saysNothing(reason)
      ? vain(`"${id}" is suppressed without a reason`, "say why the finding is acceptable here")
      : [];
  });
}

/** Nothing but dots: the `…` of a fix that was copied and not filled in. */
export function saysNothing(text: string): boolean {
  return /^[\s.…]*$/.test(text);
}
