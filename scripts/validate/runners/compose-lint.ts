import { join } from "node:path";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import type { FileFinding } from "../../../generators/targets/validation/finding.ts";
import { engine } from "../../engine.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Shelf } from "../../kept/shelf.ts";
import type { ComposeLintValidator, LintMessage } from "../../../generators/targets/validation/validator.ts";

/** Has dclint read the files. */
export async function lintCompose(
  validator: ComposeLintValidator,
  subject: OwnSubject,
  sound: Shelf<true>,
): Promise<FileFindings> {
  const checked = counted(subject.paths.length, "file");
  const read = subject.paths.flatMap((path) => [path, subject.files[path] ?? ""]);
  const key = contentKey(engineIdentity(), "dclint", engine.versionOf("dclint"), ...read);
  if (sound.get(key)) return { checked, findings: [] };
  const findings = await lintFindings(validator, subject);
  if (findings.length === 0) sound.put(key, true);
  return { checked, findings };
}

async function lintFindings(validator: ComposeLintValidator, subject: OwnSubject): Promise<FileFinding[]> {
  // Loaded only now, while the tools run: it is the largest package of all.
  const { DCLinter } = await import("dclint");
  const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
  return subject.paths.flatMap((path) => {
    // Its own declarations cannot be read by TypeScript: they import each other without endings.
    const results: unknown = linter.lintFiles([join(subject.outFolder, path)], false);
    const messages = itemsAt(results).flatMap((result) => itemsAt(result, "messages"));
    return validator.findings(messages.map(lintMessage), path, subject);
  });
}

function lintMessage(found: unknown): LintMessage {
  return {
    line: Number(dataAt(found, "line") ?? 1),
    message: textAt(found, "message") ?? "",
    rule: textAt(found, "rule") ?? "",
  };
}
