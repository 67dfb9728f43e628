import {
  percent,
  percentKilled,
  resultsBy,
  scoreOf,
  type MutantResult,
} from "../../generators/mutation/result.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import type { Scope } from "./json-report.ts";
import type { MutateOutcome } from "./mutate.ts";

/** What a person is told, and the command's exit code. */
export interface Report {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: ExitCode;
}

/** Puts the outcome in words: a line for each service, then what must be fixed. */
export function reportMutation(outcome: MutateOutcome, scope: Scope): Report {
  if (outcome.kind === "refused") {
    const text = problemList(outcome.problems, "no mutant was tried", process.stderr);
    return { stdout: "", stderr: text, exitCode: exitCodes.problem };
  }
  const { results, problems } = outcome;
  const summary = summaryOf(results, scope);
  if (problems.length === 0) return { stdout: summary, stderr: "", exitCode: exitCodes.success };
  const text = problemList(problems, "the proofs do not notice everything", process.stderr);
  return { stdout: summary, stderr: text, exitCode: exitCodes.problem };
}

function summaryOf(results: readonly MutantResult[], { what, milliseconds, unproven }: Scope): string {
  const services = [...resultsBy(results, "service")];
  const width = Math.max(0, ...services.map(([name]) => name.length));
  const lines = services.map(([name, own]) => {
    const score = scoreOf(own);
    return `  ${name.padEnd(width)}  ${percentKilled(score)} of ${score.mutants - score.waived} killed\n`;
  });
  const { mutants, killed, survived, waived } = scoreOf(results);
  const share = mutants === 0 ? "" : ` (${percent(waived / mutants)})`;
  const rules = counted(resultsBy(results, "name").size, "rule");
  const without = unproven.length === 0 ? "" : `without a proof, as allowed: ${unproven.join(", ")}\n`;
  return `${lines.join("")}${without}${what}: ${rules}, ${counted(mutants, "mutant")}: ${killed} killed, ${survived} survived, ${waived} waived${share}, ${(milliseconds / 1000).toFixed(1)} s\n`;
}
