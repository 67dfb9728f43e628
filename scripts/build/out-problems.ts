import type { Problem } from "../../generators/problem.ts";
import { manifestPath } from "./manifest.ts";
import type { OutEntry, OutFolder } from "./out-folder.ts";
import { foldersOf } from "./plan.ts";
import { isTemporary } from "./temporary-file.ts";
import type { Wanted } from "./wanted.ts";

/** What is in out/ that the build did not make, or that is in its way: the build touches none of it. */
export function findOutProblems(wanted: Wanted, { entries, made }: OutFolder): Problem[] {
  const folders = foldersOf(wanted.keys());
  const found = entries.flatMap((entry) => {
    const mistake = mistakeAt(entry, wanted, folders, made);
    return mistake ? [outProblem(entry.path, ...mistake)] : [];
  });
  const standing = entries.filter(({ kind, path }) => kind === "file" && path !== manifestPath);
  const isOfAnEarlierBuild = made.size === 0 && standing.some(({ path }) => wanted.has(path));
  return isOfAnEarlierBuild && found.length > 1 ? [withoutManifest(standing.length)] : found;
}

/** Without its list the build cannot tell its own files from others: one cause, however many files there are. */
function withoutManifest(count: number): Problem {
  return outProblem(
    manifestPath,
    `without its list, manifest.txt, the build cannot tell which of the ${count} files in out/ it made`,
    "bring it back: git checkout HEAD -- out/manifest.txt; if it was never committed, move out/ away, build again, and move back what is yours, such as secrets/ and .env",
  );
}

/** A problem at a path under out/. */
export function outProblem(path: string, message: string, fix: string, check = "out-is-generated"): Problem {
  return { check, place: { file: path === "" ? "out" : `out/${path}`, line: 1 }, message, fix };
}

function mistakeAt(
  { path, kind }: OutEntry,
  wanted: Wanted,
  folders: ReadonlySet<string>,
  made: ReadonlySet<string>,
): [message: string, fix: string] | undefined {
  const away = "move it out of out/ or delete it, then build again";
  if (kind === "link") return ["this is a symbolic link, and the build does not follow links", away];
  if (kind === "other") return ["this is neither a file nor a folder", away];
  if (kind === "folder") {
    const inTheWay = wanted.has(path);
    return inTheWay ? ["there is a folder where the build writes a file", away] : undefined;
  }
  if (path === "") return ["out is a file, but the build needs a folder here", away];
  if (folders.has(path)) return ["there is a file where the build needs a folder", away];
  if (wanted.get(path)?.standing === "same" || made.has(path) || isTemporary(path)) return undefined;
  return wanted.has(path)
    ? ["the build did not create this file, and would overwrite it", away]
    : ["the build did not create this file, and only generated files belong in out/", away];
}

/**
 * Paths that the build will not write to: out of out/, or not the same file on every system.
 *
 * They hold names that authors choose (a dashboard's folder and uid).
 */
export function findPathProblems(files: Iterable<string>): Problem[] {
  const paths = [...files].sort();
  const folders = foldersOf(paths);
  const firstByLowerCase = new Map<string, string>();
  return paths.flatMap((path) => {
    const twin = firstByLowerCase.get(path.toLowerCase());
    firstByLowerCase.set(path.toLowerCase(), twin ?? path);
    const message = pathMistake(path, twin, folders);
    const fix = "change the name in the definition that this path comes from";
    return message ? [outProblem(path, message, fix, "path-is-safe")] : [];
  });
}

// What Windows and macOS refuse in a name, and control characters, which would break the manifest's lines.
const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|]/;

function pathMistake(
  path: string,
  twin: string | undefined,
  folders: ReadonlySet<string>,
): string | undefined {
  const mistake = mistakeInPath(path);
  if (mistake !== undefined) return mistake;
  if (folders.has(path)) return "another generated file needs this path as its folder";
  return twin === undefined ? undefined : `differs from out/${twin} only in case`;
}

/** What is wrong with a path, whatever the others are: nothing is ever written to such a one. */
export function mistakeInPath(path: string): string | undefined {
  const names = path.split("/");
  if (names.some((name) => name === "" || name === "." || name === "..")) {
    return "the path of a generated file must be inside out/";
  }
  if (forbidden.test(path))
    return "the path of a generated file contains a character that some file systems refuse";
  return path === manifestPath || isTemporary(path) ? "the build uses this name itself" : undefined;
}
