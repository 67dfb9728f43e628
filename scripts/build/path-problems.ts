import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { manifestPath } from "./manifest.ts";
import { outProblem } from "./out-problems.ts";
import { foldersOf } from "./plan.ts";
import { isTemporary } from "./temporary-file.ts";

/**
 * Paths that the build will not write to: out of out/, or not the same file on every system.
 *
 * They hold names that authors choose (a dashboard's folder and uid).
 */
export function findPathProblems(files: Files): Problem[] {
  const paths = Object.keys(files).sort();
  const folders = foldersOf(paths);
  const firstByLowerCase = new Map<string, string>();
  return paths.flatMap((path) => {
    const twin = firstByLowerCase.get(path.toLowerCase());
    firstByLowerCase.set(path.toLowerCase(), twin ?? path);
    const message = judge(path, twin, folders);
    const fix = "change the name in the definition that this path comes from";
    return message ? [outProblem(path, message, fix, "path-is-safe")] : [];
  });
}

// What Windows and macOS refuse in a name, and control characters, which would break the manifest's lines.
const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|]/;

function judge(path: string, twin: string | undefined, folders: ReadonlySet<string>): string | undefined {
  const names = path.split("/");
  if (names.some((name) => name === "" || name === "." || name === "..")) {
    return "the path of a generated file must stay in out/";
  }
  if (forbidden.test(path)) return "the path of a generated file has a character that file systems refuse";
  if (path === manifestPath || isTemporary(path)) return "the build keeps this name for itself";
  if (folders.has(path)) return "another generated file needs this path as its folder";
  return twin === undefined ? undefined : `differs from out/${twin} only in upper and lower case`;
}
