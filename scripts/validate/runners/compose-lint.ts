import { join } from "node:path";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import type { ComposeLintValidator, LintMessage } from "../../../generators/targets/validation/validator.ts";

/** Has dclint read the files. */
export async function lintCompose(
  validator: ComposeLintValidator,
  subject: OwnSubject,
): Promise<FileFindings> {
  // Loaded only now, while the tools run: it is the largest package of all.
  const { DCLinter } = await import("dclint");
  const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
  const findings = subject.paths.flatMap((path) => {
    // Its own declarations cannot be read by TypeScript: they import each other without endings.
    const results: unknown = linter.lintFiles([join(subject.outFolder, path)], false);
    const messages = itemsAt(results).flatMap((result) => itemsAt(result, "messages"));
    return validator.findings(messages.map(lintMessage), path, subject);
  });
  return { checked: counted(subject.paths.length, "file"), findings };
}

function lintMessage(found: unknown): LintMessage {
  return {
    line: Number(dataAt(found, "line") ?? 1),
    message: textAt(found, "message") ?? "",
    rule: textAt(found, "rule") ?? "",
  };
}
