import {
  percentText,
  percentKilled,
  resultsBy,
  scoreOf,
  type MutantResult,
  type TriedMutant,
} from "../../generators/mutation/results.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import type { MutateOutcome } from "./mutate.ts";

/** What was tried, for a reader of a report. */
export interface Scope {
  /** `all rules`, `the rules that differ from origin/main`, `the rule X`. */
  readonly what: string;
  /** How the rules that were left out can be tried; left out: none were. */
  readonly others?: string | undefined;
  readonly milliseconds: number;
  /** Rules that their authors allowed to be without a test: no mistake in them is noticed, and none is tried. */
  readonly untested: readonly string[];
}

/** What the terminal shows, and the exit code of the command. */
export interface Report {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: ExitCode;
}

/** Puts the outcome in words: a line for each service, then what must be fixed. */
export function reportMutation({ results, problems, untried }: MutateOutcome, scope: Scope): Report {
  const stdout = summaryOf(results, untried, scope);
  if (problems.length === 0 && untried === 0) return { stdout, stderr: "", exitCode: exitCodes.success };
  const consequence = untried === 0 ? "the tests do not notice every mistake" : "not every mistake was tried";
  const stderr = problems.length === 0 ? "" : problemList(problems, consequence, process.stderr);
  return { stdout, stderr, exitCode: exitCodes.problem };
}

function summaryOf(
  results: readonly MutantResult<TriedMutant>[],
  untried: number,
  { what, others, milliseconds, untested }: Scope,
): string {
  const services = [...resultsBy(results, "service")];
  const width = Math.max(0, ...services.map(([name]) => name.length));
  const lines = services.map(([name, own]) => {
    const score = scoreOf(own);
    return `  ${name.padEnd(width)}  ${percentKilled(score)} of ${score.mutants - score.waived} killed\n`;
  });
  const { mutants, killed, survived, waived } = scoreOf(results);
  const share = mutants === 0 ? "" : ` (${percentText(waived / mutants)})`;
  const rules = counted(resultsBy(results, "name").size, "rule");
  const without = untested.length === 0 ? "" : `without a test, as allowed: ${untested.join(", ")}\n`;
  const counts = `${killed} killed, ${survived} survived, ${waived} waived${share}`;
  const rest = untried === 0 ? "" : `stopped early: ${counted(untried, "mutant")} not tried\n`;
  const hint = others === undefined ? "" : `${others}\n`;
  return (
    `${lines.join("")}${without}${what}: ${rules}, ${counted(mutants, "mutant")}: ${counts}, ${(milliseconds / 1000).toFixed(1)} s\n` +
    rest +
    hint
  );
}
