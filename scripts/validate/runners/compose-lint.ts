import { join } from "node:path";
import { itemsAt, textAt, dataAt } from "../../../generators/targets/validation/untyped-data.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import { engine } from "../../engine.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Shelf } from "../../kept/shelf.ts";
import type { ComposeLintValidator, LintMessage } from "../../../generators/targets/validation/validator.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { disbelieved } from "./refuses-wrong-files.ts";

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
  const messagesOf = await linter();
  const wrong = await inTemporaryFolder({ "compose.yml": validator.mustRefuse }, async (folder) =>
    messagesOf(join(folder, "compose.yml")),
  );
  const [first = ""] = subject.paths;
  if (wrong.length === 0) {
    const disbelief = disbelieved("dclint", engine.versionOf("dclint"));
    return { checked: "nothing", findings: [{ path: first, ...disbelief }] };
  }
  const findings = subject.paths.flatMap((path) =>
    validator.findings(messagesOf(join(subject.outFolder, path)), path, subject),
  );
  if (findings.length === 0) sound.put(key, true);
  return { checked, findings };
}

async function linter(): Promise<(path: string) => LintMessage[]> {
  // Loaded only now, while the tools run: it is the largest package of all.
  const { DCLinter } = await import("dclint");
  const dclint = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] });
  return (path) => {
    // Its own declarations cannot be read by TypeScript: they import each other without endings.
    const results: unknown = dclint.lintFiles([path], false);
    return itemsAt(results)
      .flatMap((result) => itemsAt(result, "messages"))
      .map(lintMessage);
  };
}

function lintMessage(found: unknown): LintMessage {
  return {
    line: Number(dataAt(found, "line") ?? 1),
    message: textAt(found, "message") ?? "",
    rule: textAt(found, "rule") ?? "",
  };
}
