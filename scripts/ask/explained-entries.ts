import { entriesOf } from "../../generators/asked/index.ts";
import type { Entry } from "../../generators/asked/entry.ts";
import { suggestion } from "../../generators/text/suggestion.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { exitCodes, type ExitCode } from "../command-line.ts";
import { jsonText } from "../json-problems.ts";
import { findProject } from "../project/find-project.ts";
import { entryJson } from "./entry-json.ts";
import { entryText } from "./entry-text.ts";
import { entryKinds, nounOf } from "./kinds.ts";
import { loadedProject } from "./loaded-project.ts";

interface NamedEntry {
  readonly noun: string;
  readonly entry: Entry;
}

/** What the engine knows besides the project. */
export interface Besides {
  readonly names: readonly string[];
  /** What to choose from where nothing has this name. */
  readonly choices: string;
}

/** Says what of the project has this name: all of them, where there are several. */
export async function explainedEntries(name: string, json: boolean, besides: Besides): Promise<ExitCode> {
  if ("complaint" in (await findProject(process.cwd()))) return unknown(name, besides, []);
  const loaded = await loadedProject({ json });
  if ("exitCode" in loaded) return loaded.exitCode;
  const all = entriesIn(loaded.model);
  const found = all.filter(({ entry }) => entry.name === name || entry.alias === name);
  if (found.length === 0) return unknown(name, besides, all);
  process.stdout.write(
    json
      ? jsonText(found.map(({ noun, entry }) => entryJson(noun, entry)))
      : found.map(({ noun, entry }) => entryText(noun, entry)).join("\n"),
  );
  return exitCodes.success;
}

function entriesIn(model: TestedModel): NamedEntry[] {
  return entryKinds.flatMap((kind) => entriesOf[kind](model).map((entry) => ({ noun: nounOf[kind], entry })));
}

function unknown(name: string, { names, choices }: Besides, all: readonly NamedEntry[]): ExitCode {
  const own = all.map(({ entry }) => entry.name);
  const meant = suggestion(name, [...names, ...own]);
  process.stderr.write(
    all.length === 0
      ? `There is no check '${name}'${meant}. ${choices}`
      : `There is neither a check nor a part of the project called '${name}'${meant}. ${namesWith(name, own)}`,
  );
  return exitCodes.wrongUse;
}

/** What of the project has the word in its name. */
function namesWith(word: string, own: readonly string[]): string {
  const wanted = word.toLowerCase();
  const found = [...new Set(own)].filter((name) => name.toLowerCase().includes(wanted));
  if (found.length === 0) return `"signalbox list" says what there is of each kind.\n`;
  return `These have the word in their name:\n\n${found.map((name) => `  ${name}\n`).join("")}`;
}
