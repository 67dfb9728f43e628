import { compareText } from "../../generators/text/order.ts";
import type { OutFolder } from "./out-folder.ts";
import { isLeftover } from "./temporary-file.ts";
import type { Wanted } from "./wanted.ts";

export interface Change {
  readonly path: string;
  readonly kind: "new" | "changed" | "deleted";
}

/** What must happen so that out/ holds what is wanted and nothing else. */
export interface Plan {
  /** Sorted by path. */
  readonly changes: readonly Change[];
  /** Temporary files of builds that did not finish. */
  readonly leftovers: readonly string[];
  /** Folders that will hold nothing, the deepest first. */
  readonly emptyFolders: readonly string[];
}

/** Compares what is wanted with what is there; `findOutProblems` says whether the plan may be carried out. */
export function planChanges(wanted: Wanted, { entries, made }: OutFolder): Plan {
  const files = entries.filter(({ kind }) => kind === "file");
  const changes: Change[] = [
    ...[...wanted].flatMap(([path, { standing }]) => (standing === "same" ? [] : { path, kind: standing })),
    ...files
      .filter(({ path }) => !wanted.has(path) && made.has(path))
      .map(({ path }) => ({ path, kind: "deleted" as const })),
  ];
  const needed = foldersOf(wanted.keys());
  return {
    changes: changes.sort((a, b) => compareText(a.path, b.path)),
    leftovers: files.map(({ path }) => path).filter(isLeftover),
    emptyFolders: entries
      .filter(({ kind, path }) => kind === "folder" && !needed.has(path))
      .map(({ path }) => path)
      .reverse(),
  };
}

/** Every folder on the way to these files: `a` and `a/b` for `a/b/c.yml`. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    const names = path.split("/").slice(0, -1);
    names.forEach((_name, index) => folders.add(names.slice(0, index + 1).join("/")));
  }
  return folders;
}
