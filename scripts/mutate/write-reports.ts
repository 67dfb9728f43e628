import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { whatToAdd } from "../../generators/mutation/mutants.ts";
import {
  resultsBy,
  scoreOf,
  type MutantResult,
  type Score,
  type TriedMutant,
} from "../../generators/mutation/results.ts";
import { printJson } from "../../generators/text/json.ts";
import { markdownReport } from "./markdown-report.ts";
import type { MutateOutcome } from "./mutate.ts";
import type { Scope } from "./report.ts";

/** Writes the report for people and the one for programs, which git ignores, and says where. */
export function writeReports(
  { results, untried }: Pick<MutateOutcome, "results" | "untried">,
  scope: Scope,
  root: string,
): string {
  mkdirSync(join(root, "reports"), { recursive: true });
  // The folder ignores itself: whoever tries signalbox has no line for it yet.
  writeFileSync(join(root, "reports/.gitignore"), "*\n");
  writeFileSync(join(root, "reports/mutation.md"), markdownReport(results, untried, scope));
  writeFileSync(join(root, "reports/mutation.json"), jsonReport(results, untried, scope));
  return "reports: reports/mutation.md, reports/mutation.json\n";
}

/** The report as data: the scores, and every mutant. */
export function jsonReport(
  results: readonly MutantResult<TriedMutant>[],
  untried: number,
  { what, milliseconds, untested }: Scope,
): string {
  return printJson({
    scope: what,
    seconds: Math.round(milliseconds / 100) / 10,
    ...scoreOf(results),
    untried,
    untested,
    services: scores(resultsBy(results, "service")),
    rules: scores(resultsBy(results, "name")),
    results: results.map(resultData),
  });
}

function scores(
  groups: ReadonlyMap<string, readonly MutantResult<TriedMutant>[]>,
): Readonly<Record<string, Score>> {
  return Object.fromEntries([...groups].map(([name, results]) => [name, scoreOf(results)]));
}

function resultData({ mutant, outcome, reason }: MutantResult<TriedMutant>) {
  const { rule, operator, id, what } = mutant;
  const { file, line } = rule.place;
  const toAdd = outcome === "survived" ? whatToAdd(mutant) : undefined;
  return { rule: rule.name, place: `${file}:${line}`, operator, id, what, outcome, reason, toAdd };
}
