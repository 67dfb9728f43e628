import { exitCodes } from "../command-line.ts";
import { jsonText, problemsAsData } from "../json-problems.ts";
import { missingTools, type Report } from "./report.ts";
import type { ValidateOutcome } from "./validate.ts";
import type { Validation } from "./validation.ts";

/** The outcome for a program, always on stdout: what was validated by what, what is wrong, and which tools are missing. */
export function jsonValidation(
  outcome: ValidateOutcome,
  { allowMissing }: { readonly allowMissing: boolean },
): Report {
  if (outcome.kind === "unknown rule") {
    return { stdout: "", stderr: `${outcome.complaint}\n`, exitCode: exitCodes.wrongUse };
  }
  if (outcome.kind === "refused") {
    const said = { outcome: "refused", problems: problemsAsData(outcome.problems) };
    return { stdout: jsonText(said), stderr: "", exitCode: exitCodes.problem };
  }
  const { validations, fileCount: files, only } = outcome;
  const problems = validations.flatMap(({ result }) => ("missing" in result ? [] : result.problems));
  const missing = missingTools(validations);
  const isValid = problems.length === 0 && (allowMissing || missing.length === 0);
  const stdout = jsonText({
    outcome: isValid ? "valid" : "not valid",
    files,
    ...only,
    validations: validations.map((one) => asData(one, allowMissing)),
    missing: missing.map(({ name, message }) => ({ tool: name, message })),
    problems: problemsAsData(problems),
  });
  return { stdout, stderr: "", exitCode: isValid ? exitCodes.success : exitCodes.problem };
}

function asData({ what, by, result }: Validation, allowMissing: boolean) {
  if ("missing" in result) {
    return { what, by, result: allowMissing ? "skipped" : "missing", problems: 0 };
  }
  const { checked, problems } = result;
  return { what, checked, by, result: problems.length === 0 ? "ok" : "problems", problems: problems.length };
}
