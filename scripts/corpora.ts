import { existsSync } from "node:fs";
import { commandOfWord, exitCodes, refuseUse, type ExitCode } from "./command-line.ts";
import { baseProject } from "./corpora/base-project.ts";
import { boardFigures } from "./corpora/board-figures.ts";
import { figuresText } from "./corpora/figures.ts";
import { importRules } from "./import/import-rules.ts";
import { readInputs } from "./import/read-inputs.ts";

const corporaCommand = commandOfWord({
  name: "corpora",
  summary:
    "Imports rules and dashboards that other people have into a new project, and counts what becomes of them.",
  word: "FOLDER",
  wordHelp: `FOLDER holds rule files, PrometheusRule manifests or dashboards, and expositions if there are any. All of it is built, and compared as trees: it
exits with 1 where a rule or a panel is another one.`,
  options: { list: { type: "boolean", help: "print each rule that is text, left out, or another one" } },
  run: measure,
});

void corporaCommand.run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function measure(
  folder: string | undefined,
  { list = false }: { readonly list?: boolean },
): Promise<ExitCode> {
  if (folder === undefined || !existsSync(folder))
    return refuseUse("corpora", folder === undefined ? "Say which folder." : `There is no folder ${folder}.`);
  const inputs = await readInputs([folder]);
  if ("refused" in inputs) return refuseUse("corpora", inputs.refused);
  const imported = await importRules({ ...inputs, name: "imported" }, await baseProject());
  if ("refused" in imported) return refuseUse("corpora", imported.refused);
  if (inputs.rules.length > 0) process.stdout.write(figuresText(imported, inputs, list));
  if (inputs.boards.length > 0) process.stdout.write(boardFigures(imported.boards, list));
  const differences = imported.differences.length + imported.boards.differences.length;
  return differences > 0 ? exitCodes.problem : exitCodes.success;
}
