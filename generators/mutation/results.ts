import type { Mutant } from "./mutants.ts";
import type { Rule } from "./operator.ts";

/** What is said of a mutant that was tried. */
export interface TriedMutant extends Pick<Mutant, "operator" | "id" | "what"> {
  readonly rule: Pick<Rule, "kind" | "name" | "service" | "place">;
}

/** What became of a mutant: the tests of its rule noticed it, did not, or need not. */
export interface MutantResult<Tried extends TriedMutant = Mutant> {
  readonly mutant: Tried;
  readonly outcome: "killed" | "survived" | "waived";
  /** Why it is waived. */
  readonly reason: string | undefined;
}

export interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly waived: number;
}

export function scoreOf(results: readonly MutantResult<TriedMutant>[]): Score {
  const count = (outcome: MutantResult["outcome"]) => results.filter((one) => one.outcome === outcome).length;
  return {
    mutants: results.length,
    killed: count("killed"),
    survived: count("survived"),
    waived: count("waived"),
  };
}

/** The results by a property of their rules, in the order in which they come. */
export function resultsBy(
  results: readonly MutantResult<TriedMutant>[],
  property: "name" | "service",
): ReadonlyMap<string, readonly MutantResult<TriedMutant>[]> {
  const groups = new Map<string, MutantResult<TriedMutant>[]>();
  for (const result of results) {
    const key = result.mutant.rule[property];
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return groups;
}

/** The share of the killed among those that had to be: `97.5 %`; `–` where none had to be. */
export function percentKilled({ mutants, killed, waived }: Score): string {
  return mutants === waived ? "–" : percentText(killed / (mutants - waived));
}

/** A share with one digit, and never rounded up to the whole. */
export function percentText(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
