import { resultsBy, scoreOf } from "../../generators/mutation/results.ts";
import { exitCodes } from "../command-line.ts";
import { jsonText, problemsAsData } from "../json-problems.ts";
import type { MutateOutcome } from "./mutate.ts";
import type { Report, Scope } from "./report.ts";

/** What came of it, for a program: the counts, of each service too, and the problems. Each mutant is in reports/mutation.json. */
export function jsonMutation(
  { results, problems, untried }: MutateOutcome,
  { what, untested }: Scope,
): Report {
  const services = [...resultsBy(results, "service")].map(([service, own]) => ({ service, ...scoreOf(own) }));
  const text = jsonText({
    what,
    rules: resultsBy(results, "name").size,
    ...scoreOf(results),
    untried,
    untested,
    services,
    problems: problemsAsData(problems),
  });
  const isGood = problems.length === 0 && untried === 0;
  return { stdout: text, stderr: "", exitCode: isGood ? exitCodes.success : exitCodes.problem };
}
