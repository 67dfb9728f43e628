import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import type { MissingTool } from "../tools/find-tool.ts";
import { counted } from "./judge.ts";
import type { Ruling } from "./ruling.ts";
import { rulingTable } from "./table.ts";
import type { ValidateOutcome } from "./validate.ts";

/** What a person is told of a validation, and the command's exit code. */
export interface Report {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: ExitCode;
}

export interface ReportOptions {
  /** A missing tool is no failure. */
  readonly allowMissing: boolean;
  /** In milliseconds. */
  readonly time: number;
}

/** Puts the outcome in words: the table, then what is wrong. */
export function reportValidation(outcome: ValidateOutcome, options: ReportOptions): Report {
  if (outcome.kind === "refused") {
    const text = problemList(outcome.problems, "nothing was judged", process.stderr);
    return { stdout: "", stderr: text, exitCode: exitCodes.problem };
  }
  const { rulings, fileCount } = outcome;
  const table = rulingTable(rulings, options.allowMissing, process.stdout);
  const problems = rulings.flatMap(({ result }) => ("missing" in result ? [] : result.problems));
  const missing = missingTools(rulings);
  const absent = missing.map(({ message }) => `${message}\n`).join("");
  const wanted = missing.length > 0 && !options.allowMissing;
  if (problems.length === 0 && !wanted) {
    const seconds = (options.time / 1000).toFixed(1);
    const skipped = missing.length > 0 ? `, without ${missing.map(({ name }) => name).join(", ")}` : "";
    const summary = `out/ holds: ${counted(fileCount, "file")}, ${counted(rulings.length, "judge")}${skipped}, ${seconds} s\n`;
    return { stdout: table + summary, stderr: absent, exitCode: exitCodes.success };
  }
  const found = problems.length > 0 ? problemList(problems, "out/ does not hold", process.stderr) : "";
  const hint = wanted ? `${counted(missing.length, "tool")} missing; --allow-missing goes on without\n` : "";
  return { stdout: `${table}\n`, stderr: found + absent + hint, exitCode: exitCodes.problem };
}

/** Each missing tool once, though several judges wanted it. */
function missingTools(rulings: readonly Ruling[]): MissingTool[] {
  const missing = rulings.flatMap(({ result }) => ("missing" in result ? [result.missing] : []));
  return [...new Map(missing.map((tool) => [tool.name, tool])).values()];
}
