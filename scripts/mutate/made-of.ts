import { readFileSync } from "node:fs";
import { importedFiles } from "../load/imported-files.ts";

/** The files that a file is made of: itself, what it imports, and what that imports. Each is read once, for all that ask. */
export function filesMadeOf(): (path: string) => ReadonlySet<string> {
  const known = new Map<string, readonly string[]>();
  const imported = (path: string) => {
    const found = known.get(path) ?? importedBy(path);
    known.set(path, found);
    return found;
  };
  return (path) => {
    const reached = new Set([path]);
    for (const each of reached) for (const other of imported(each)) reached.add(other);
    return reached;
  };
}

function importedBy(path: string): string[] {
  try {
    return importedFiles(path, readFileSync(path, "utf8"));
  } catch {
    // It is gone: then there are no rules of it.
    return [];
  }
}
