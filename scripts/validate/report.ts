import { styleText } from "node:util";
import { counted } from "../../generators/targets/validation/subject.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { problemList } from "../problem-list.ts";
import type { MissingTool } from "../tools/find-tool.ts";
import type { Validation } from "./validation.ts";
import type { ValidateOutcome } from "./validate.ts";

/** What a validation prints, and the command's exit code. */
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
    const text = problemList(outcome.problems, "nothing was validated", process.stderr);
    return { stdout: "", stderr: text, exitCode: exitCodes.problem };
  }
  if (outcome.kind === "unknown rule") {
    return { stdout: "", stderr: `${outcome.complaint}\n`, exitCode: exitCodes.wrongUse };
  }
  const { validations, fileCount, only } = outcome;
  const table = validationTable(validations, options.allowMissing, process.stdout);
  const problems = validations.flatMap(({ result }) => ("missing" in result ? [] : result.problems));
  const missing = missingTools(validations);
  const absent = missing.map(({ message }) => `${message}\n`).join("");
  const wanted = missing.length > 0 && !options.allowMissing;
  if (problems.length === 0 && !wanted) {
    const seconds = (options.time / 1000).toFixed(1);
    const skipped = missing.length > 0 ? `, without ${missing.map(({ name }) => name).join(", ")}` : "";
    const count = `${counted(fileCount, "file")}, ${counted(validations.length, "validator")}`;
    const what = only === undefined ? "out/ is valid" : `the rule ${only.rule} is valid`;
    const left =
      only === undefined
        ? ""
        : `left out: ${counted(only.leftOut, "validator")} of other things, and all other rules\n`;
    const summary = `${left}${what}: ${count}${skipped}, ${seconds} s\n`;
    return { stdout: table + summary, stderr: absent, exitCode: exitCodes.success };
  }
  const found = problems.length > 0 ? problemList(problems, "out/ is not valid", process.stderr) : "";
  const hint = wanted
    ? `${counted(missing.length, "tool is", "tools are")} missing; --allow-missing skips what needs ${missing.length === 1 ? "it" : "them"}\n`
    : "";
  return { stdout: `${table}\n`, stderr: found + absent + hint, exitCode: exitCodes.problem };
}

/** Each missing tool once, though several validators want it. */
export function missingTools(validations: readonly Validation[]): MissingTool[] {
  const missing = validations.flatMap(({ result }) => ("missing" in result ? [result.missing] : []));
  return [...new Map(missing.map((tool) => [tool.name, tool])).values()];
}

const headings = { what: "what", checked: "checked", by: "by", result: "result" };
const columns = ["what", "checked", "by", "result"] as const;

/** The validations as a table for people; coloured only where the stream is a terminal and NO_COLOR is not set. */
function validationTable(
  validations: readonly Validation[],
  allowMissing: boolean,
  stream: NodeJS.WritableStream,
): string {
  const rows = [headings, ...validations.map((validation) => cells(validation, allowMissing))];
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row, index) => {
    const padded = columns.map((column, place) => row[column].padEnd(widths[place] ?? 0));
    const line = padded.join("  ").trimEnd();
    if (index === 0) return styleText("bold", line, { stream });
    const color = row.result === "ok" ? "green" : row.result === "skipped" ? "yellow" : "red";
    return line.slice(0, line.length - row.result.length) + styleText(color, row.result, { stream });
  });
  return `${lines.join("\n")}\n`;
}

function cells({ what, by, result }: Validation, allowMissing: boolean): typeof headings {
  if ("missing" in result)
    return { what, checked: "nothing", by, result: allowMissing ? "skipped" : "missing" };
  const { checked, problems } = result;
  return { what, checked, by, result: problems.length === 0 ? "ok" : counted(problems.length, "problem") };
}
