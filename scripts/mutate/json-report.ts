import { resultsBy, scoreOf, type MutantResult, type Score } from "../../generators/mutation/result.ts";
import { whatToAdd } from "../../generators/mutation/what-to-add.ts";
import { printJson } from "../../generators/text/json.ts";

/** What was tried, for a reader of a report. */
export interface Scope {
  /** `all rules`, `the rules that differ from origin/main`, `the rule X`. */
  readonly what: string;
  readonly milliseconds: number;
  /** Rules that their authors allowed to be without a proof: no slip in them is noticed, and none is tried. */
  readonly unproven: readonly string[];
}

/** The report as data: the scores, and every mutant. */
export function jsonReport(
  results: readonly MutantResult[],
  { what, milliseconds, unproven }: Scope,
): string {
  return printJson({
    scope: what,
    seconds: Math.round(milliseconds / 100) / 10,
    ...scoreOf(results),
    unproven,
    services: scores(resultsBy(results, "service")),
    rules: scores(resultsBy(results, "name")),
    results: results.map(resultData),
  });
}

function scores(groups: ReadonlyMap<string, readonly MutantResult[]>): Readonly<Record<string, Score>> {
  return Object.fromEntries([...groups].map(([name, results]) => [name, scoreOf(results)]));
}

function resultData({ mutant, outcome, reason }: MutantResult) {
  const { rule, operator, id, what } = mutant;
  const { file, line } = rule.place;
  const toAdd = outcome === "survived" ? whatToAdd(mutant) : undefined;
  return { rule: rule.name, place: `${file}:${line}`, operator, id, what, outcome, reason, toAdd };
}
