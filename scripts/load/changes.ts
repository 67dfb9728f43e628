import { readFileSync } from "node:fs";
import { sep } from "node:path";
import { remembered } from "../../generators/remembered.ts";
import { dependsOnMore } from "../project/depends-on-more.ts";
import type { SourceFile } from "./source-files.ts";

// Asked of every file after each save.
const mayReadMore = remembered(({ text }: SourceFile) => dependsOnMore(text));

type SourceFiles = ReadonlyMap<string, SourceFile>;

/**
 * Of the files at these paths, or below them, those that hold another text by now; and those that looked in vain for a file, or that
 * may have read one of them.
 */
export function changedFiles(paths: readonly string[], files: SourceFiles): Set<string> {
  const below = paths.map((path) => `${path}${sep}`);
  const found = [...files.values()].filter((file) => {
    const isSaved = paths.includes(file.path) || below.some((folder) => file.path.startsWith(folder));
    return (isSaved && isChanged(file)) || looksInVain(file) || mayReadMore(file);
  });
  return new Set(found.map(({ path }) => path));
}

function isChanged({ path, text }: SourceFile): boolean {
  try {
    return readFileSync(path, "utf8") !== text;
  } catch {
    return true;
  }
}

/** What it imports may be there by now. */
function looksInVain({ requires }: SourceFile): boolean {
  return [...requires].some(([name, file]) => name.startsWith(".") && file === undefined);
}

/** Everything that imports one of these files, or something that does. */
export function importersOf(paths: Iterable<string>, files: SourceFiles): Set<string> {
  const importers = new Map<string, string[]>();
  for (const { path, requires } of files.values()) {
    for (const required of requires.values()) {
      if (required === undefined) continue;
      const known = importers.get(required);
      if (known) known.push(path);
      else importers.set(required, [path]);
    }
  }
  const reached = new Set(paths);
  for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
  return reached;
}
