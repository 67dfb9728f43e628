import { readFileSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { importsIn, isBeside } from "../load/imports-in.ts";

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
    return importsIn(readFileSync(path, "utf8"))
      .filter(isBeside)
      .map((name) => realpathSync.native(resolve(dirname(path), name)));
  } catch {
    // It is gone, or what it imports: then there are no rules of it.
    return [];
  }
}
