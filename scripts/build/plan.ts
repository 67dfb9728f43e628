import { compareText } from "../../generators/text/order.ts";
import type { Files } from "../../generators/output.ts";
import type { OutFolder } from "./out-folder.ts";
import { isTemporary } from "./temporary-file.ts";

export interface Change {
  readonly path: string;
  readonly kind: "new" | "changed" | "deleted";
}

/** What must happen so that out/ holds what is wanted and nothing else. */
export interface Plan {
  /** Sorted by path. */
  readonly changes: readonly Change[];
  /** Temporary files of a build that did not finish. */
  readonly leftovers: readonly string[];
  /** Folders that will hold nothing, the deepest first. */
  readonly emptyFolders: readonly string[];
}

/** Compares what is wanted with what is there; `findOutProblems` says whether the plan may be carried out. */
export function planChanges(wanted: Files, { entries, made }: OutFolder): Plan {
  const files = entries.filter(({ kind }) => kind === "file");
  const standing = new Set(files.map(({ path }) => path));
  const isWanted = (path: string) => Object.hasOwn(wanted, path);
  const changes: Change[] = [
    ...Object.keys(wanted)
      .filter((path) => !standing.has(path))
      .map((path) => ({ path, kind: "new" as const })),
    ...files
      .filter(({ path, upToDate }) => isWanted(path) && !upToDate)
      .map(({ path }) => ({ path, kind: "changed" as const })),
    ...files
      .filter(({ path }) => !isWanted(path) && made.has(path))
      .map(({ path }) => ({ path, kind: "deleted" as const })),
  ];
  const needed = foldersOf(Object.keys(wanted));
  return {
    changes: changes.sort((a, b) => compareText(a.path, b.path)),
    leftovers: files.map(({ path }) => path).filter((path) => isTemporary(path)),
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
