import {
  percentText,
  percentKilled,
  resultsBy,
  scoreOf,
  type MutantResult,
} from "../../generators/mutation/results.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import type { MutateOutcome } from "./mutate.ts";

/** What was tried, for a reader of a report. */
export interface Scope {
  /** `all rules`, `the rules that differ from origin/main`, `the rule X`. */
  readonly what: string;
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
export function reportMutation(outcome: MutateOutcome, scope: Scope): Report {
  if (outcome.kind === "refused") {
    const text = problemList(outcome.problems, "nothing was mutated", process.stderr);
    return { stdout: "", stderr: text, exitCode: exitCodes.problem };
  }
  const { results, problems } = outcome;
  const summary = summaryOf(results, scope);
  if (problems.length === 0) return { stdout: summary, stderr: "", exitCode: exitCodes.success };
  const text = problemList(problems, "the tests do not notice every mistake", process.stderr);
  return { stdout: summary, stderr: text, exitCode: exitCodes.problem };
}

function summaryOf(results: readonly MutantResult[], { what, milliseconds, untested }: Scope): string {
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
  return `${lines.join("")}${without}${what}: ${rules}, ${counted(mutants, "mutant")}: ${killed} killed, ${survived} survived, ${waived} waived${share}, ${(milliseconds / 1000).toFixed(1)} s\n`;
}
