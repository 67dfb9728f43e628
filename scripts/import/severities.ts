import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Severity } from "../../generators/language/alert.ts";
import type { InputRule } from "../../generators/import/input/input-rule.ts";
import { named, text } from "../code/code.ts";
import { importsOf } from "../code/imports.ts";
import { camelCase } from "../code/names.ts";
import { openAnswer } from "../code/open-answer.ts";
import { printStatement } from "../code/print-code.ts";
import { type Exported, exportOf, type KnownProject, type Refused } from "../new/known-project.ts";
import { addImports } from "../new/syntax/add-imports.ts";
import type { WrittenFile } from "../new/written-files.ts";

/** The severities that imported alerts have, and the file of the platform with those that it did not have yet. */
export interface ImportedSeverities {
  readonly byName: ReadonlyMap<string, Exported>;
  readonly files: readonly WrittenFile[];
}

/** Each value of the label `severity` as a severity of the platform; what has none gets the mildest. */
export async function severitiesFor(
  rules: readonly InputRule[],
  known: KnownProject,
): Promise<ImportedSeverities | Refused> {
  const all = Object.values(known.definitions.platform.severities).sort((a, b) => a.rank - b.rank);
  const mildest = all.at(-1);
  if (!mildest) return { refused: "The platform has no severities." };
  const byName = new Map<string, Exported>();
  for (const severity of all) {
    const exported = await exportOf(severity, severity.place.file, known);
    if (exported) byName.set(severity.name, exported);
  }
  const own = byName.get(mildest.name);
  if (own) byName.set("", own);
  const wanted = new Set(
    rules.flatMap(({ kind, labels }) => (kind === "alert" ? [labels["severity"] ?? ""] : [])),
  );
  const missing = [...wanted].filter((name) => !byName.has(name)).sort();
  if (missing.length === 0) return { byName, files: [] };
  return withMore(missing, { byName, mildest, file: mildest.place.file }, known);
}

interface Platforms {
  readonly byName: ReadonlyMap<string, Exported>;
  readonly mildest: Severity;
  readonly file: string;
}

function withMore(
  missing: readonly string[],
  { byName, mildest, file }: Platforms,
  { project }: KnownProject,
): ImportedSeverities | Refused {
  const before = readFileSync(join(project.root, file), "utf8").replaceAll("\r\n", "\n");
  const edited = addImports(before, importsOf([["signalbox", "severity"]]));
  if ("refused" in edited) return { refused: `${file} cannot be added to: ${edited.refused}.` };
  const taken = new Set([...byName.values()].map(({ name }) => name));
  const added = missing.map((name, index) => {
    const wanted = camelCase(name);
    const exported = taken.has(wanted) ? `${wanted}Severity` : wanted;
    return { name, exported, rank: mildest.rank + 1 + index };
  });
  const codes = added.map(({ name, exported, rank }) =>
    printStatement(`export const ${exported} = `, severityCode(name, rank)),
  );
  const more = added.map(({ name, exported }) => [name, { name: exported, file }] as const);
  return {
    byName: new Map([...byName, ...more]),
    files: [{ kind: "changed", path: file, text: `${edited.text.trimEnd()}\n${codes.join("")}` }],
  };
}

function severityCode(name: string, rank: number) {
  return named("severity", name, [
    { key: "rank", value: String(rank) },
    { key: "response", value: text(openAnswer(`how soon must somebody act on what is ${name}?`)) },
    { key: "color", value: text("yellow") },
  ]);
}
